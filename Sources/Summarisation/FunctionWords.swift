/// Words that carry grammar and no subject: they tell languages apart, and make no concept.
///
/// Short lists. Parts of words before or after an apostrophe are listed as words.
enum FunctionWords {
  static let lists: [(language: String, words: String)] = [
    (
      "en",
      """
      a an the and or but nor if then than that this these those there here of in on at by to from for
      with without within into onto upon over under about above below between through during before
      after against among around as is are was were be been being am do does did doing done have has
      had having will would shall should can could may might must not no yes it its he him his she her
      hers they them their theirs we us our ours you your yours i me my mine who whom whose which what
      when where why how all any both each few more most other some such only own same so too very s t
      d ll re ve m don didn doesn isn wasn aren weren won wouldn couldn shouldn hasn haven hadn just
      also while because until again once out up down off further itself himself herself themselves
      myself yourself ourselves one two much many now even still however since though although yet get
      got said say says mr mrs ms per via
      """
    ),
    (
      "de",
      """
      der die das den dem des ein eine einer eines einem einen und oder aber denn sondern wenn als wie
      dass daß weil ob zu zum zur von vom mit ohne für gegen bei beim nach vor über unter auf an am in
      im ins aus durch um bis seit während zwischen ist sind war waren wird werden wurde wurden worden
      sein seine seiner seinem seinen hat haben hatte hatten kann können konnte konnten muss müssen
      soll sollen sollte will wollen wollte darf dürfen mag nicht kein keine keiner keinen auch nur
      noch schon sehr so es er sie ich du wir ihr ihre ihrer ihrem ihren ihm ihn uns euch mich mir dich
      dir sich man dies diese dieser dieses diesem diesen jene jener was wer wo wann warum welche
      welcher welches hier da dort dann nun mehr viel viele alle alles andere anderen mein dein unser
      damit dabei dazu davon daher doch jedoch bereits etwa sowie selbst eines
      """
    ),
    (
      "fr",
      """
      le la les l un une des de du d et ou mais donc or ni car que qu qui quoi dont où à au aux en dans
      sur sous par pour avec sans chez vers entre contre depuis pendant avant après ce cet cette ces c
      se s sa son ses leur leurs mon ma mes ton ta tes notre nos votre vos je j tu il elle on nous vous
      ils elles me m te t lui y ne n pas plus moins très est sont était étaient être été suis es sommes
      êtes fut sera seront serait a ai as ont avait avaient avoir eu fait faire peut peuvent si comme
      quand lorsque alors ainsi aussi même tout tous toute toutes autre autres cela ça celui celle ceux
      selon encore déjà ici là bien deux jusqu puis afin
      """
    ),
    (
      "es",
      """
      el la los las lo un una unos unas de del al a ante bajo con contra desde en entre hacia hasta
      para por según sin sobre tras y e o u ni que quien quienes cual cuales cuyo como cuando donde
      porque pero sino si no sí más menos muy ya también tampoco es son era eran fue fueron ser sido
      siendo está están estaba estar ha han había haber he hemos hay tiene tienen tenía puede pueden se
      su sus mi mis tu tus me te le les nos lo yo él ella ellos ellas nosotros usted ustedes este esta
      estos estas ese esa esos esas esto eso aquel aquella todo todos toda todas otro otra otros otras
      uno dos mismo misma así aunque durante qué cómo
      """
    ),
    (
      "it",
      """
      il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle
      da dal dallo dalla dai dagli dalle in nel nello nella nei negli nelle con col su sul sullo sulla
      sui sugli sulle per tra fra e ed o ma se che chi cui come quando dove perché anche non più meno
      molto è sono era erano sia siano essere stato stata stati state fu furono ha hanno aveva avevano
      avere ho può possono deve si ci vi ne mi ti suo sua suoi sue mio mia loro lui lei noi voi io tu
      questo questa questi queste quello quella quelli quelle ogni altro altra altri altre tutto tutti
      tutta tutte già ancora così poi solo dell all nell dall sull c quest un po cosa
      """
    ),
    (
      "pt",
      """
      o a os as um uma uns umas de do da dos das d em no na nos nas num numa por pelo pela pelos pelas
      para com sem sob sobre entre até desde contra e ou mas nem que quem qual quais cujo como quando
      onde porque se não sim mais menos muito já também é são era eram foi foram ser sido sendo está
      estão estava estar há tem têm tinha ter pode podem seu sua seus suas meu minha me te lhe lhes nos
      ele ela eles elas eu nós você vocês este esta estes estas esse essa esses essas isto isso aquele
      aquela ao aos à às todo todos toda todas outro outra outros outras mesmo ainda após depois apenas
      """
    ),
    (
      "nl",
      """
      de het een en of maar want dus als dan dat die dit deze van in op aan bij met voor door over om
      onder tussen tegen uit naar tot tijdens zonder binnen sinds is zijn was waren wordt worden werd
      werden geworden ben bent heeft hebben had hadden kan kunnen kon konden moet moeten zal zullen zou
      zouden mag wil niet geen ook nog al wel zeer te er hij zij ze het ik je jij u we wij jullie hun
      hen haar hem mij me ons onze mijn zich wie wat waar wanneer waarom hoe welke hier daar nu meer
      veel alle andere omdat terwijl toch echter zo na
      """
    ),
    (
      "sv",
      """
      och eller men att det den de en ett är var vara varit som i på av för med till från om vid under
      över efter före mellan mot utan genom inom har hade ha kan kunde ska skall skulle vill ville
      måste inte ej också bara än nu då så när där här hur vad vem vilken vilket vilka han hon vi ni
      jag du man sig sin sitt sina hans hennes dess deras min mitt mina din vår våra er denna detta
      dessa alla allt andra mer mycket många blir blev bli blivit dem honom henne oss mig dig sedan
      """
    ),
    (
      "da",
      """
      og eller men at det den de en et er var være været som i på af for med til fra om ved under over
      efter før mellem mod uden gennem har havde have kan kunne skal skulle vil ville må måtte ikke
      også kun end nu da så når hvor her der hvordan hvad hvem hvilken hvilket hvilke han hun vi i jeg
      du man sig sin sit sine hans hendes dens dets deres min mit mine din vores jer denne dette disse
      alle alt andre mere meget mange bliver blev blive blevet dem ham hende os mig dig siden
      """
    ),
    (
      "no",
      """
      og eller men at det den de en et ei er var være vært som i på av for med til fra om ved under
      over etter før mellom mot uten gjennom har hadde ha kan kunne skal skulle vil ville må måtte
      ikke også bare enn nå da så når hvor her der hvordan hva hvem hvilken hvilket hvilke han hun vi
      dere jeg du man seg sin sitt sine hans hennes dens dets deres min mitt mine din vår våre denne
      dette disse alle alt andre mer mye mange blir ble bli blitt dem ham henne oss meg deg siden ikkje
      """
    ),
    (
      "fi",
      """
      ja tai mutta sekä että jos kun koska vaan kuin niin myös vain ei eivät en et emme ette ole on
      ovat oli olivat olla ollut olisi se ne hän he minä sinä me te tämä nämä tuo nuo joka jotka jonka
      jossa josta mikä mitä kuka missä milloin miten miksi sen niiden hänen heidän minun sinun meidän
      teidän tämän näiden siitä siihen siinä sitä sille tässä tästä tätä noin jo vielä nyt sitten
      kanssa mukaan jälkeen ennen ilman kautta välillä aikana kaikki muut muu enemmän hyvin voi voivat
      """
    ),
  ]
}
