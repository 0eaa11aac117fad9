/// Pages about walls that are none, written for these tests.
enum TellingPages {
  /// Articles, help and documentation.
  static let pages: [PageFixture] = [
    PageFixture(
      "short article with a cookie banner",
      #"""
      <!doctype html><html lang=en><head><title>Bridge opens</title></head><body><h1>Bridge
      opens</h1><p>The council met on Tuesday evening to talk about the new bridge, and most
      members spoke in favour of the cheaper plan.</p><p>Work is to begin in May, when the
      river is low, and should be over before the first frost of the following winter.</p><div
      class="cookie-banner"><p>We and our partners use cookies for advertising. Your consent
      matters to us.</p><button>Accept all</button><button>Reject
      all</button></div></body></html>
      """#
    ),
    PageFixture(
      "what a check means",
      #"""
      <!doctype html><html lang=en><head><title>What does “Just a moment...”
      mean?</title></head><body><h1>What does “Just a moment...” mean?</h1><p>If a page shows
      “Just a moment...” and “Checking your browser”, a service such as Cloudflare is testing
      whether you are a bot before it lets you in.</p><p>Usually it takes five seconds. Verify
      that JavaScript and cookies are enabled if the message “Enable JavaScript and cookies to
      continue” stays.</p></body></html>
      """#
    ),
    PageFixture(
      "short article on captchas with a vendor's script",
      #"""
      <!doctype html><html lang=en><head><title>Captchas are
      dying</title></head><body><h1>Captchas are dying</h1><p>For twenty years websites have
      asked people to prove that they are not a robot; now machines solve a captcha faster
      than people do.</p><p>Browsers may soon vouch for their users instead, so that no
      captcha is needed.</p><script
      src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script
      src="https://www.google.com/recaptcha/api.js?render=k"></script></body></html>
      """#
    ),
    PageFixture(
      "article on captchas, German",
      #"""
      <!doctype html><html lang=de><head><title>Warum Captchas
      verschwinden</title></head><body><h1>Warum Captchas verschwinden</h1><p>Wer im Netz
      unterwegs ist, kennt den Satz „Ich bin kein Roboter“. Die Bilderrätsel sollen Menschen
      von Bots unterscheiden.</p><p>Inzwischen lösen Programme ein Captcha schneller als
      Menschen, sagen Forscherinnen aus Zürich.</p></body></html>
      """#
    ),
    PageFixture(
      "article on captchas, French",
      #"""
      <!doctype html><html lang=fr><head><title>La fin des captchas
      ?</title></head><body><h1>La fin des captchas ?</h1><p>Cocher la case « Je ne suis pas
      un robot » est devenu un réflexe, mais les robots y parviennent désormais mieux que
      nous.</p><p>Les navigateurs pourraient bientôt certifier leurs utilisateurs, sans
      captcha.</p></body></html>
      """#
    ),
    PageFixture(
      "article on checks, Russian",
      #"""
      <!doctype html><html lang=ru><head><title>Почему сайты пишут «Один
      момент»</title></head><body><h1>Почему сайты пишут «Один момент»</h1><p>Сообщение
      «Проверка браузера» означает, что сайт защищён от ботов, и обычно она длится несколько
      секунд.</p><p>Если проверка браузера не кончается, включите JavaScript и файлы
      cookie.</p></body></html>
      """#
    ),
    PageFixture(
      "article on checks, Japanese",
      #"""
      <!doctype html><html
      lang=ja><head><title>「しばらくお待ちください」と表示される理由</title></head><body><h1>「しばらくお待ちください」と表示される理由</h1><p>サイトを開いたときに「人間であることを確認しています」と表示されることがあります。これはボットからサイトを守るための仕組みです。</p><p>通常は数秒で終わります。終わらない場合は、ブラウザのクッキーを確認してください。</p></body></html>
      """#
    ),
    PageFixture(
      "article on verification, Chinese",
      #"""
      <!doctype html><html
      lang=zh><head><title>为什么会出现安全验证</title></head><body><h1>为什么会出现安全验证</h1><p>打开网站时出现的安全验证，是为了区分真人和机器人。完成验证之后就可以继续浏览网页内容。</p><p>如果验证一直失败，可以更换网络或者更新浏览器之后再试一次。</p></body></html>
      """#
    ),
    PageFixture(
      "article on cookie walls",
      #"""
      <!doctype html><html lang=en><head><title>Are cookie walls
      legal?</title></head><body><h1>Are cookie walls legal?</h1><p>A cookie wall makes
      readers accept tracking before they continue; regulators in several countries have ruled
      that such consent is not free.</p><p>Publishers answer that advertising pays for
      journalism, and offer a subscription without tracking instead.</p></body></html>
      """#
    ),
    PageFixture(
      "article on cookie walls with its own banner",
      #"""
      <!doctype html><html lang=en><head><title>Are cookie walls
      legal?</title></head><body><h1>Are cookie walls legal?</h1><p>A cookie wall makes
      readers accept tracking before they continue; regulators in several countries have ruled
      that such consent is not free.</p><p>Publishers answer that advertising pays for
      journalism, and offer a subscription without tracking instead.</p><div id=notice><p>We
      and our partners use cookies for advertising and need your consent for
      that.</p><button>Accept all</button><button>Reject all</button></div></body></html>
      """#
    ),
    PageFixture(
      "article on pay or accept, German",
      #"""
      <!doctype html><html lang=de><head><title>Pur-Abo: Zahlen oder
      zustimmen</title></head><body><h1>Pur-Abo: Zahlen oder zustimmen</h1><p>Viele Verlage
      stellen ihre Leser vor die Wahl: mit Werbung weiterlesen oder ein Pur-Abo abschließen.
      Datenschützer halten das für unzulässig.</p><p>Die Einwilligung sei so nicht freiwillig,
      sagt die Behörde. Die Verlage verweisen auf die Kosten.</p></body></html>
      """#
    ),
    PageFixture(
      "help with logging in",
      #"""
      <!doctype html><html lang=en><head><title>How to log in</title></head><body><h1>How to
      log in</h1><p>To sign in to your account, open the start page, press Log in, and enter
      the e-mail address and the password that you chose when you registered.</p><p>If you
      have forgotten your password, press “Forgot password?” and follow the link that we send
      you by e-mail within a few minutes.</p><a href="/login">Log in</a></body></html>
      """#
    ),
    PageFixture(
      "help with logging in beside a form in the header",
      #"""
      <!doctype html><html lang=en><head><title>Help: signing
      in</title></head><body><header><a href="/">Home</a><form action="/login"
      method=post><label>Email<input name=u></label><label>Password<input type=password
      name=p></label><button>Log in</button></form></header><h1>Signing in</h1><p>To sign in
      to your account, enter your e-mail address and your password in the form at the top of
      any page, then press Log in.</p><p>Sessions end after thirty days, and on a new device
      we send a code to your phone first.</p></body></html>
      """#
    ),
    PageFixture(
      "documentation of a captcha",
      #"""
      <!doctype html><html lang=en><head><title>reCAPTCHA v2 | Developer
      guide</title></head><body><h1>Checkbox</h1><p>This page explains how to display and
      customise the “I'm not a robot” widget of reCAPTCHA on your page.</p><pre>&lt;script
      src="https://www.google.com/recaptcha/api.js"&gt;&lt;/script&gt;
      &lt;div class="g-recaptcha" data-sitekey="your_site_key"&gt;&lt;/div&gt;</pre><p>The
      script must be loaded with the HTTPS protocol and can be included from any point on the
      page without restriction.</p><p>When your users submit the form, the payload holds a
      string that you check on your server.</p></body></html>
      """#
    ),
    PageFixture(
      "documentation of a challenge's markup",
      #"""
      <!doctype html><html lang=en><head><title>Detecting challenge
      pages</title></head><body><h1>Detecting challenge pages</h1><p>Look for
      <code>window._cf_chl_opt</code>, <code>captcha-delivery.com</code> or
      <code>px-captcha</code> in the body of the answer, and for a title such as Just a
      moment.</p><pre>&lt;form id="challenge-form"&gt;</pre><p>A status of 403 or 503 with one
      of them is a bot check; do not try again.</p></body></html>
      """#
    ),
    PageFixture(
      "privacy policy",
      #"""
      <!doctype html><html lang=en><head><title>Privacy policy</title></head><body><h1>Privacy
      policy</h1><p>We process personal data only where the law allows it or where you have
      given your consent, and never sell it.</p><p>Cookies are small files. We use them to
      keep you signed in and, with your consent, for advertising by our partners.</p><p>You
      can withdraw your consent at any time in the cookie settings, and ask which data we hold
      about you.</p></body></html>
      """#
    ),
    PageFixture(
      "privacy policy with a banner",
      #"""
      <!doctype html><html lang=en><head><title>Privacy
      policy</title></head><body><main><h1>Privacy policy</h1><p>We process personal data only
      where the law allows it or where you have given your consent, and never sell
      it.</p><p>Cookies are small files. We use them to keep you signed in and, with your
      consent, for advertising by our partners.</p></main><div><p>We use cookies. Your consent
      helps us to measure how our pages are used every day by our readers.</p><button>Accept
      all</button><button>Reject</button></div></body></html>
      """#
    ),
    PageFixture(
      "interview on bots by an author",
      #"""
      <!doctype html><html lang=en><head><title>“You are not a robot”</title><meta
      name="author" content="Mia Berg"><meta property="article:published_time"
      content="2026-02-03"></head><body><meta name=author content="Mia Berg"><h1>“You are not
      a robot”</h1><p>Our author has talked with the inventor of the checkbox that asks
      millions every day whether they are a robot.</p><div
      class="g-recaptcha"></div></body></html>
      """#
    ),
    PageFixture(
      "article on passwords, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Cómo elegir una
      contraseña</title></head><body><h1>Cómo elegir una contraseña</h1><p>Una buena
      contraseña es larga y no se repite en ninguna otra cuenta. Los expertos recomiendan usar
      cuatro palabras al azar.</p><p>Si el sitio permite iniciar sesión con una llave, es
      todavía mejor.</p></body></html>
      """#
    ),
    PageFixture(
      "article on log-ins, Portuguese",
      #"""
      <!doctype html><html lang=pt><head><title>Entrar sem
      senha</title></head><body><h1>Entrar sem senha</h1><p>As chaves de acesso prometem
      acabar com a senha: para entrar na conta basta o dedo ou o rosto, dizem as
      empresas.</p><p>Nem todos os sites aceitam fazer login assim, e a mudança levará
      anos.</p></body></html>
      """#
    ),
    PageFixture(
      "article on consent, Italian",
      #"""
      <!doctype html><html lang=it><head><title>Il consenso ai
      cookie</title></head><body><h1>Il consenso ai cookie</h1><p>Il garante ha multato tre
      editori perché il pulsante per rifiutare i cookie era nascosto dietro due pagine di
      impostazioni.</p><p>Il consenso deve essere libero, ricorda l’autorità, e rifiutare deve
      essere facile come accettare.</p></body></html>
      """#
    ),
    PageFixture(
      "a hint on a refused request, as an article",
      #"""
      <!doctype html><html lang=en><head><title>Fixing “The requested URL was
      rejected”</title></head><body><h1>Fixing “The requested URL was rejected”</h1><p>When a
      firewall answers “The requested URL was rejected. Please consult with your
      administrator. Your support ID is: 1157399202”, a rule has matched something in your
      request.</p><p>Send the support ID to the people who run the site; they can find the
      rule by it.</p></body></html>
      """#
    ),
    PageFixture(
      "article on pay or accept with a banner, German",
      #"""
      <!doctype html><html lang=de><head><title>Pur-Abo: Zahlen oder
      zustimmen</title></head><body><h1>Pur-Abo: Zahlen oder zustimmen</h1><p>Viele Verlage
      stellen ihre Leser vor die Wahl: mit Werbung weiterlesen oder ein Pur-Abo abschließen.
      Datenschützer halten das für unzulässig.</p><p>Die Einwilligung sei so nicht freiwillig,
      sagt die Behörde. Die Verlage verweisen auf die Kosten ihrer Redaktionen und auf das
      Urteil.</p><div><p>Wir verwenden
      Cookies.</p><button>Akzeptieren</button><button>Ablehnen</button></div></body></html>
      """#
    ),
    PageFixture(
      "a captcha demonstration",
      #"""
      <!doctype html><html lang=en><head><title>Demo of our
      captcha</title></head><body><h1>Demo of our captcha</h1><p>Try the new captcha below. It
      tells humans and bots apart without pictures, and it works in every browser that is not
      older than five years.</p><p>Verify that you are human to see the success message, then
      read in the guide how the token is checked on your server.</p><div
      class="captcha-demo"></div></body></html>
      """#
    ),
  ]
}
