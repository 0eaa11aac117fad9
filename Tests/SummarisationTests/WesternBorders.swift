/// Texts in languages of western and southern Europe; a bar stands where a sentence ends.
enum WesternBorders {
  static let texts: [(language: String, cases: String)] = [
    (
      "en",
      #"""
      It rained.| We left.| Nobody came!| Why?| So it goes.
      Dr. J. A. Smith met Mr. Jones at 5 p.m. on Monday.| They spoke.
      The meeting ended at 5 p.m.| Police cleared the hall.
      Doors open at 8 p.m. Saturday and at 9 p.m. EST on Sunday.| Bring a coat.
      The U.S. Senate voted.| He lives in the U.S.| The house is small.
      It costs 3.50 euros, i.e. little, at Acme Inc. of Ohio.| Good.
      She founded Yahoo! Inc. and left.| It was sold.
      Apple Inc. CEO Ann Lee spoke.| Nobody at Acme Corp. did.
      See Fig. 3 and No. 5 for e.g. apples.| He said no.| Okay then.
      The fund, approx. $5 million, grew.| It pays Rs. 500 a day.
      He did one more rep.| Then he rested on Rep. Lee's bench.
      They sold nails, screws, etc.| Prices rose.
      He moved in Jan. 1990.| He left in Sept.| Prices fell in Oct. and rose on Nov. 5.
      "Are you sure?" he asked.| "Yes."| She left.
      “Is it late?” Anna asked.| “Not yet.”
      She said, “It is late.”| Then she left.
      He came (late.)| Then he sat down.| (Nobody knew.)| All was well.
      He was born in Flint (then Mich. Terr. Possession) in May.| He died there.
      Wait... what happened?| Nothing…| Then it ended.
      He left. |[...] The house fell.| ... But nobody saw it.
      Read https://a.example/b.html?c=d.e first.| Write to a.b@c.example.| Done.
      Visit www.example.com.| Then open README.md.| It helps.| Use Node.js or .NET.
      It was shown.[12]| Others agree.[3][4]| Some do not.[citation needed]| We do.[a]
      It was shown.12| Others agree.¹| “Some do not.”3| We do.*
      Version 2.0.1 is out.| It was 1990.| The year ended.| 5 people came.
      1. Wash the rice.| Cook it.| 2. Eat it.
      a) Wash the rice.| b) Cook it.| c) Eat it.
      What is it?|It is a cat!|They said so.|It ran away.
      Use strings.Contains or a.Body here.| That works.
      Smith et al. (2004) found it.| Jones et al. did not.
      John Adams Jr. won.| Sammy Davis Jr. sang.| St. Louis is big.| He lives on Main St.| It is long.
      George W. Bush met J. R. R. Tolkien and Prof. Lee, Ph.D.| They talked.
      We took vitamin C.| Nobody chose plan B.| It was World War I.| The end.
      iPhone sales fell.| iPad sales rose.| eBay did well.
      He won 3–2.| Team B lost.| She ran 10 km in 45 min. flat.
      Great!🎉| We won.| **Really.**| Yes.
      Ingredients:|↵- Two eggs|↵- Some flour|↵- Salt
      To do:|↵1. Rice|↵2. Beans
      the sea was calm. |nobody spoke. |it was late and dr. lee slept.
      A heading|¶One line↵and the next.| And more.
      "No way!"| "Yes!"| They laughed.
      It is vs. Jones.| Cf. Lee 1990, pp. 3–4 and vol. 2.| Op. cit. is old.
      Is 'it' late?| 'Yes.'| ‘No!’| She left.
      Who?!| Me?!| You?
      The price was $5.| $6 was too much.| #MeToo grew.| @lee wrote it.
      Gen. Lee, Lt. Col. Ray and Sgt. Poe met Sen. Fox, D-Ohio.| Gov. Ash came.
      """#
    ),
    (
      "de",
      #"""
      Am 5. Mai kam er z. B. mit dem Zug.| Die 3. Auflage ist da.| Es war 1990.| Dann ging er.
      Das kostet ca. 5 Mio. Euro, d.h. viel.| Er sagte: „Nein.“| Prof. Dr. Weiß schwieg.
      Bayern siegte mit 3:2.| Trainer Weber jubelte.| Der Wert stieg um 4,5.| Anleger freuten sich.
      Ludwig XIV. König von Frankreich, starb 1715.| Sein Erbe war jung.
      Dr. med. Anna Lang und Dipl.-Ing. Otto Kurz kamen u. a. aus Bonn.| Man sprach lange.
      »Komm!«, rief sie.| »Ja.«| Er kam.
      „Kommst du?“, fragte er.| „Nein!“| Sie blieb.
      Im Jahr 44 v. Chr. wurde er ermordet.| Um 30 n. Chr. war alles anders.
      Äpfel, Birnen usw. kosten viel.| Kirschen, Pflaumen etc. auch.
      Siehe Abb. 3, S. 12 ff. und Bd. 4, Nr. 7.| Vgl. auch Abs. 2 Satz 1 BGB.
      Die Firma zog in die Bahnhofstr. 5.| Sie heißt Müller & Co. KG.
      Das ist alles … oder nicht?| Wer weiß …| Dann kam sie.
      Geb. am 3.12.1950 in Köln, gest. am 4. 1. 2001.| Er war Maler.
      Es ist 20.15 Uhr.| 300 Leute warten.| Um 8 Uhr begann es.
      Er kam (endlich!) an.| (Alle schwiegen.)| Dann sprach er.
      Die sog. Reform, i. d. R. teuer, kam 2003.[5]| Sie blieb.
      Das Haus gehört Fam. Maier bzw. Hrn. Schulz.| Sie wohnen dort.
      Im 19. Jahrhundert lebte Hl. Adalbert.| Am 1. Januar nicht.
      """#
    ),
    (
      "fr",
      #"""
      M. Le Goff est venu.| « C'est fini ! »| Il est parti, p. ex. hier.
      MM. Roux et Blanc, Mme Petit et Mgr. Noir sont là.| Ils parlent.
      « Viens ! » dit-il.| « Non␣! »| Elle partit.
      « C'est fini. |C'est dit. »| Il partit.
      César mourut en 44 av. J.-C. à Rome.| Rome changea.
      Il vend des clous, des vis, etc.| Les prix montent.
      Voir l'art. 3, p. 12 et la fig. 4.| C'est clair.
      Il est né le 1er janv. 1950.| Où ?| À Lyon.
      Le taux est de 3,5 %.| Le P.I.B. monte de 2 %.| Étrange !
      J.-P. Dupont et A. Martin ont gagné.| Ils sont contents.
      Qui est là ?…| Personne.| Ah bon ?| Oui !
      Le site www.exemple.fr est lent.| Écrivez à a.b@exemple.fr.| Merci.
      C'est-à-dire, c.-à-d. presque, rien.| L'an 2000 est passé.
      “Oui.”| “Non.”| Voilà.[3]| Fin.
      Le no. 5 et le vol. 2 manquent.| Le chap. 3 aussi.
      Dr. Roux habite av. Foch et bd. Ney.| Il y vit seul.
      """#
    ),
    (
      "es",
      #"""
      ¿Qué pasa?| ¡Nada!| El Sr. Pérez llegó a EE.UU. ayer.
      Viajó a EE. UU. en enero.| Los JJ. OO. fueron en mayo.| Ganó dos medallas.
      La Dra. Gil y el Prof. Ruiz viven en Av. Colón 5.| Son vecinos.
      Nació en el año 44 a. C. en Roma.| Murió en el 30 d. C. y nadie lo supo.
      Véase la pág. 3, p. ej. la fig. 2.| Es claro.
      Vende clavos, tornillos, etc.| Los precios suben.
      «Ven», dijo.| «¡No!»| Ella se fue.
      —¿Vienes?| —No —dijo ella.| Se fue.
      Gana 3.500 euros.| Gasta 1,5 millones.| Cuesta 2 €.| ¡Vaya!
      La empresa Gas S.A. cerró.| La firma Luz S. A. también.
      Ud. sabe que D. Juan no vino.| Uds. también.
      ¿Dónde está?|¿Quién es?
      El núm. 5 y el vol. 2 faltan.| El cap. 3 también.
      El Gral. Paz y la Lic. Mora hablaron.| Hubo acuerdo.[4]| Fin.
      Era tarde...| Nadie vino… pero yo sí.| Adiós.
      """#
    ),
    (
      "it",
      #"""
      Il Sig. Rossi e la Dott.ssa Bianchi sono qui.| Parlano.
      L'avv. Neri e l'ing. Verdi lavorano per Luce S.p.A. a Roma.| È vero.
      Cesare morì nel 44 a.C. a Roma.| Augusto nel 14 d.C. a Nola.
      Vende chiodi, viti, ecc.| I prezzi salgono.
      Cfr. pag. 3, art. 5 e n. 7.| È chiaro.
      «Vieni!» disse.| «No.»| Lei partì.
      Che ore sono?| Le 8.30.| Andiamo!
      Costa 3,50 euro.| Ne vale 1.000.| Bello!
      G. Verdi e A. Manzoni vissero a Milano.| Erano amici.
      Ad es. Roma, p. es. Milano.| Poi basta.
      Il sito www.esempio.it è lento.| Scrivi a a.b@esempio.it.| Grazie.
      Era tardi...| Nessuno venne... ma io sì.| Addio.
      L'on. Bruni e il sen. Gallo parlarono.| Nessuno ascoltò.[2]| Fine.
      “Sì.”| “No!”| Ecco.
      """#
    ),
    (
      "pt",
      #"""
      O Sr. Silva e a Dra. Costa chegaram.| Eles falam.
      Mora na Av. Brasil, n.º 5.| É longe.
      Nasceu em 44 a.C. em Roma.| Morreu em 30 d.C. em Lisboa.
      Vende pregos, parafusos, etc.| Os preços sobem.
      Ver pág. 3, art. 5, p. ex. o cap. 2.| É claro.
      «Vem!», disse.| «Não.»| Ela saiu.
      — Vens?| — Não — disse ela.| Saiu.
      Custa R$ 3,50.| Vale 1.000.| Bom!
      A empresa Luz S.A. fechou.| A Gás Ltda. também.
      D. Maria e V. Exa. sabem.| O Prof. Lima não.
      J. M. Coelho e A. Pinto venceram.| Estão felizes.
      Era tarde...| Ninguém veio… mas eu sim.| Adeus.
      O séc. XX acabou.| O Eng. Reis ficou.[7]| Fim.
      “Sim.”| “Não!”| Pronto.
      """#
    ),
    (
      "nl",
      #"""
      Dhr. Jansen en mevr. de Vries zijn er.| Ze praten.
      Het regende.| 's Avonds klaarde het op.| 't Was laat.
      Prof. dr. ir. Bakker sprak o.a. over gas, d.w.z. energie.| Men luisterde.
      Zie blz. 3, nr. 5 en fig. 2.| Het is duidelijk.
      Hij verkoopt spijkers, schroeven enz.| De prijzen stijgen.
      ‘Kom je?’ vroeg hij.| ‘Nee!’| Ze bleef.
      "Kom!" riep ze.| "Ja."| Hij kwam.
      Het kost ca. 3,50 euro, m.a.w. weinig.| Goed zo.
      In de 19e eeuw, rond 44 v.Chr. en later.| Toen niet.
      Jan van der A. en P. de Boer wonnen.| Ze zijn blij.
      De site www.voorbeeld.nl is traag.| Mail a.b@voorbeeld.nl.| Dank.
      Het was laat...| Niemand kwam… maar ik wel.| Dag.
      Bijv. Jan, resp. Piet, kwam.| Dat was a.s. maandag.
      """#
    ),
    (
      "sv",
      #"""
      Han köpte t.ex. bröd, bl.a. limpa.| Det var gott.
      Mötet börjar kl. 8 och slutar ca. kl. 10.| Kom i tid.
      Se s. 3, nr. 5 och fig. 2.| Det är klart.
      Kung Karl XII. dog 1718.| Sedan blev det fred.
      ”Kommer du?” frågade han.| ”Nej!”| Hon blev kvar.
      – Kommer du?| – Nej.| Hon blev kvar.
      Priset steg 3,5 %.| Alla klagade.| Varför?| Ingen vet.
      Dr. Berg och prof. Ek talade, d.v.s. länge.| Folk somnade.
      Spik, skruv m.m. är dyrt.| Trä osv. också.
      Bolaget Gas AB stängde.| År 1990.| Ön är stor.
      Sidan www.exempel.se är seg.| Skriv till a.b@exempel.se.| Tack.
      Det var sent...| Ingen kom… men jag.| Hej då.
      """#
    ),
  ]
}
