/// Phrases of pages in many languages that are about the page and not of its text.
struct PhraseLists: Sendable {
  static let shared = PhraseLists()

  /// Beginnings of short lines that ask the reader to do something, or announce other pages.
  let calls = PhraseTable(
    """
    read more; read also; read next; read the full; also read; see also; see more; related
    more on this; more from; more stories; more news; advertisement; anzeige; werbung; publicidad
    publicité; lire aussi; à lire; lire plus; lire la suite; lesen sie; auch interessant
    leggi anche; leia também; leia mais; lea también; lee también; te puede interesar; veja também
    veja mais; das könnte; noch mehr; mehr zum thema; mehr zu; weiterlesen; click here; subscribe
    sign up; follow us; share this; recommended; don't miss; weitere informationen; más información
    czytaj też; czytaj także; czytaj więcej; zobacz też; zobacz także; читайте также; читать также
    lees ook; læs også; les også; läs också; lue myös; leia ainda; 関連記事; 続きを読む; 相关阅读
    延伸阅读; get the latest; join us; support us; support our; listen to; watch now; view all
    view gallery; view comments; load more; leave a comment; leave a reply; kommentare; tags; tag
    topics; filed under; posted in; posted by; posted on; published; updated; veröffentlicht
    empfohlener redaktioneller; photo; image; foto; bild; credit; source; quelle
    """
  )

  /// Whole lines that announce what no longer belongs to the text.
  let ends = PhraseTable(
    """
    related; related articles; related stories; related posts; related topics; related content
    related news; related links; similar articles; similar posts; similar stories
    recommended articles; recommended stories; further reading; more articles; more stories
    more posts; other articles; other stories; latest articles; latest posts; latest stories
    latest news; popular posts; popular articles; trending stories; previous article; next article
    previous post; next post; more on this *; more from *; more stories *; more news *; read more
    read also; read next; recommended; recommended for you; you may also like; you might also like
    you may be interested in; you might be interested in; you may like; mehr zum thema; mehr zu *
    mehr aus *; mehr von *; mehr über *; auch interessant; lesen sie auch *
    das könnte sie auch interessieren; weitere artikel *; weitere informationen *
    weitere meldungen *; weitere nachrichten *; weitere beiträge *; weitere themen
    weiterführende informationen; weiterführende links; ähnliche artikel *; ähnliche beiträge *
    verwandte artikel *; verwandte themen *; verwandte beiträge; lire aussi *; à lire aussi *
    à lire également *; sur le même sujet; sur le même thème; articles liés; article lié
    articles similaires; articles connexes; te puede interesar *; noticias relacionadas
    artículos relacionados; temas relacionados; más noticias; más información; leia também *
    leia mais *; veja também *; notícias relacionadas; leggi anche *; articoli correlati
    potrebbe interessarti; potrebbe interessarti anche; lees ook *; lees meer *; gerelateerd *
    læs også *; les også *; läs också *; läs mer *; lue myös *; mer om; czytaj też *
    czytaj także *; czytaj więcej *; zobacz też *; zobacz także *; zobacz również *
    читайте также *; 関連記事; あわせて読みたい; 相关阅读; 相关新闻; 相关文章; 延伸阅读
    about the author; about the authors; über den autor; über die autorin; comment; comments
    leave a comment; leave a reply; post a comment; kommentar; kommentare; kommentieren
    kommentar schreiben; kommentare schreiben; kommentar hinterlassen; schreibe einen kommentar
    commentaires; comentarios; comentários; commenti; komentarze; reacties; most read; most popular
    most viewed; meistgelesen; beliebt; trending; trending now; top stories; don't miss; share
    share this; share this article; share this story; share this post; teilen; artikel teilen
    beitrag teilen; partager; compartir; compartilhe; condividi; tags; themen; schlagwörter
    schlagworte; stichworte; etiquetas; mots clés; tagi; sign up *; subscribe *; newsletter
    also on *; see also; contact; kontakt; ansprechpartner *; pressekontakt *; leserkommentare
    editor's picks; editors picks; editor's choice; cite this; cite this page; cite this article
    story source; join the conversation; follow us *; rate this *; sponsored; advertisement; anzeige
    werbung; publicité; publicidad; publicidade; pubblicità; permalink; zur startseite
    """
  )

  /// Sentences about cookies, rights, sign-ups and the like, wherever they stand in a block.
  let notices = PhraseTable(
    """
    externe inhalte; externer inhalt; externen inhalt; externem inhalt; externen inhalten; external content; redaktionelle inhalte
    redaktioneller inhalt; contenu externe; accept cookies; accept all cookies; allow cookies
    enable cookies; cookies akzeptieren; cookies zulassen; cookie policy; cookie settings
    cookie einstellungen; cookies policy; autoriser les cookies; aceptar cookies; accettare i cookie
    all rights reserved; alle rechte vorbehalten; tous droits réservés; todos los derechos reservados
    tutti i diritti riservati; todos os direitos reservados; may not be published
    may not be reproduced; recaptcha; ad blocker; ad blockers; adblocker; affiliate link
    affiliate links; affiliate partner; earn a commission; earn commission; receive a commission
    receive compensation; sign up to our newsletter; subscribe to our newsletter
    sign up for our newsletter; follow us on; like us on; folgen sie uns; suivez nous; síguenos en
    seguici su; siga nos; download the app; download our app; enable javascript
    javascript aktivieren; javascript is disabled; you must be logged in; logged in to post
    logged in to comment; email address will not be published; got a tip; have a tip
    do you have a story; your browser does not support; datenschutzerklärung
    must log in to; log in to post; log in to comment; log in to leave a comment; sign in to comment
    register to post comments; be the first to comment; no votes so far; no ratings yet
    müssen sie eingeloggt sein; müssen sie angemeldet sein; musst du eingeloggt sein
    musst du angemeldet sein; sie müssen angemeldet sein; du musst angemeldet sein
    sie müssen eingeloggt sein; du musst eingeloggt sein; eingeloggt sein um; angemeldet sein um
    registriert sein um; noch keine bewertungen; vous devez être connecté; vous devez vous connecter
    debes iniciar sesión; tienes que iniciar sesión; debes estar conectado; devi essere connesso
    devi effettuare l'accesso; devi effettuare il login; tem de iniciar a sessão
    precisa fazer login; je moet ingelogd zijn; u moet ingelogd zijn; musisz być zalogowany
    musisz się zalogować; zaloguj się aby; du måste vara inloggad; du skal være logget ind
    du må være logget inn
    """
  )

  /// Words that ask for a sign-up when "newsletter" stands near.
  let signUps = PhraseTable(
    """
    sign up; subscribe; abonnieren; anmelden; abonnez; inscrivez; inscription; suscríbete
    suscribirse; suscribite; iscriviti; assine
    """
  )

  let newsletters: Set<UInt64> = [
    WordFolder.word("newsletter"), WordFolder.word("newsletters"),
  ]

  /// Words before the colon that names who made a picture.
  let credits = Set(
    """
    photo photos foto fotos fot bild bilder image images picture pictures credit credits imagen
    copyright photograph fotografie
    """
    .split(whereSeparator: \.isWhitespace).map { NameHash($0.utf8).value }
  )

  /// Beginnings of lines that name an author or a date.
  let bylines = PhraseTable(
    """
    by; von; par; por; di; da; af; av; door; text; texto; autor; author; redaktion; stand; published
    updated; publicado; publié; veröffentlicht; aktualisiert; aktualizacja; publikacja
    offentliggjort; publisert; mis à jour
    """
  )

  /// First words of captions, before a colon or a bar.
  let captions = PhraseTable(
    """
    abb; abbildung; fig; figure; photo; photos; foto; fotos; bild; bilder; image; images; picture
    pictures; credit; credits; quelle; source; crédit; crédits; fotografía; imagen; copyright
    """
  )
}
