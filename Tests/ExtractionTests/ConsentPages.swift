/// Consent walls written for these tests.
enum ConsentPages {
  /// In many languages.
  static let pages: [PageFixture] = [
    PageFixture(
      "consent, English",
      #"""
      <!doctype html><html lang=en><head><title>Before you
      continue</title></head><body><h1>Before you continue</h1><p>We use cookies and data to
      deliver and maintain our services, and to measure audiences. If you choose to accept
      all, we will also use them for advertising.</p><form action="/save"
      method=post><button>Reject all</button><button>Accept all</button></form><a
      href="/privacy">Privacy</a></body></html>
      """#
    ),
    PageFixture(
      "consent with partners",
      #"""
      <!doctype html><html lang=en><head><title>News</title></head><body><h1>We value your
      privacy</h1><p>We and our 812 partners store and access personal data, like browsing
      data, on your device. Selecting I Accept enables tracking technologies.</p><form
      action="/save" method=post><button>Manage options</button><button>I
      Accept</button></form><a href="/privacy">Privacy policy</a></body></html>
      """#
    ),
    PageFixture(
      "consent, German, pay or accept",
      #"""
      <!doctype html><html lang=de><head><title>Zeitung –
      Zustimmung</title></head><body><h2>Mit Werbung weiterlesen</h2><p>Besuchen Sie uns wie
      gewohnt mit Werbung und Tracking. Ihre Einwilligung können Sie jederzeit
      widerrufen.</p><button>Akzeptieren und weiter</button><h2>Pur-Abo ohne
      Werbung</h2><p>Lesen Sie ohne Tracking und Werbung für 3,99 Euro im Monat. Datenschutz
      inklusive.</p><a href="/abo">Jetzt abonnieren</a><a
      href="/datenschutz">Datenschutz</a></body></html>
      """#
    ),
    PageFixture(
      "consent, French",
      #"""
      <!doctype html><html lang=fr><head><title>Avant de
      continuer</title></head><body><h1>Votre vie privée</h1><p>Nous et nos partenaires
      utilisons des cookies pour mesurer l’audience et afficher de la publicité personnalisée,
      avec votre consentement.</p><form action="/save" method=post><button>Continuer sans
      accepter</button><button>Tout accepter</button></form><a
      href="/privacy">Confidentialité</a></body></html>
      """#
    ),
    PageFixture(
      "consent, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Antes de
      continuar</title></head><body><h1>Antes de continuar</h1><p>Nosotros y nuestros socios
      usamos cookies y datos personales para mostrar anuncios. Necesitamos su
      consentimiento.</p><form action="/save" method=post><button>Rechazar
      todo</button><button>Aceptar todo</button></form><a
      href="/privacy">Privacidad</a></body></html>
      """#
    ),
    PageFixture(
      "consent, Italian",
      #"""
      <!doctype html><html lang=it><head><title>Prima di
      continuare</title></head><body><h1>Prima di continuare</h1><p>Noi e i nostri partner
      usiamo i cookie e i dati personali per la pubblicità. Il tuo consenso è libero.</p><form
      action="/save" method=post><button>Rifiuta tutto</button><button>Accetta
      tutto</button></form><a href="/privacy">Privacy</a></body></html>
      """#
    ),
    PageFixture(
      "consent, Dutch",
      #"""
      <!doctype html><html lang=nl><head><title>Voordat je
      verdergaat</title></head><body><h1>Jouw privacy</h1><p>Wij en onze partners gebruiken
      cookies om advertenties te tonen en het bezoek te meten, met jouw toestemming.</p><form
      action="/save" method=post><button>Alles afwijzen</button><button>Alles
      accepteren</button></form><a href="/privacy">Privacyverklaring</a></body></html>
      """#
    ),
    PageFixture(
      "consent, Polish",
      #"""
      <!doctype html><html lang=pl><head><title>Zanim przejdziesz
      dalej</title></head><body><h1>Szanujemy Twoją prywatność</h1><p>My i nasi partnerzy
      używamy plików cookie, aby wyświetlać reklamy i mierzyć ruch. Potrzebujemy Twojej
      zgody.</p><form action="/save" method=post><button>Ustawienia</button><button>Zgadzam
      się</button></form><a href="/privacy">Polityka prywatności</a></body></html>
      """#
    ),
    PageFixture(
      "consent, Japanese",
      #"""
      <!doctype html><html
      lang=ja><head><title>続行する前に</title></head><body><h1>続行する前に</h1><p>当サイトとパートナーはクッキーを使用し、広告と利用状況の測定に役立てます。同意するかどうかをお選びください。</p><form
      action="/save" method=post><button>すべて拒否</button><button>すべて同意</button></form><a
      href="/privacy">プライバシー</a></body></html>
      """#
    ),
    PageFixture(
      "consent by input buttons, Portuguese",
      #"""
      <!doctype html><html lang=pt><head><title>Antes de continuar</title></head><body><form
      action="https://consent.site.example/save"><h1>Antes de continuar</h1><p>Usamos cookies
      e dados pessoais para publicidade e para medir a audiência dos nossos
      serviços.</p><input type=submit value="Rejeitar tudo"><input type=submit value="Aceitar
      tudo"></form><a href="/p">Privacidade</a></body></html>
      """#
    ),
  ]
}
