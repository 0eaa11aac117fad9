/// Common given names of many countries: with one of them a free-standing line may be an author's name.
///
/// Written down from general knowledge of the commonest names; words that are as common otherwise ("Will", "Grace")
/// are left out.
enum GivenNames {
  /// Whether a name begins with a given name, titles and initials left aside.
  static func begin(_ name: PersonName) -> Bool {
    name.words.prefix(2).contains(where: table.contains)
  }

  /// Whether some words begin so.
  static func begin(_ words: ArraySlice<NameWord>) -> Bool {
    words.prefix(2).contains { table.contains($0.hash) }
  }

  /// Whether a given name stands alone.
  static func contain(_ words: [UInt64]) -> Bool { words.count == 1 && table.contains(words[0]) }

  private static let table = NameWord.set(english + german + romance + nordic + slavic + others)

  private static let english = """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
    douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean
    gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan
    juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip
    eugene mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
    dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole
    samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
    olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah
    megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia
    frances jean alice judy isabella julia denise amber danielle marilyn beverly charlotte natalie
    theresa diana brittany doris kayla alexis lori jane tim tom jim bob mike steve dave chris matt
    nick dan ben sam alex tony greg jeff josh andy rob ian neil simon graham stuart colin nigel
    trevor craig gareth rhys callum liam connor owen lucy sophie chloe zoe fiona gemma claire kate
    katie jenny becky emma holly molly ellie harriet georgia imogen freya isla amelia ava mia
    evan gavin derek barry leon leonard harry oliver oscar toby jake luke max theo hugo felix
    stella phoebe naomi miriam esther leah rosie josephine beth jill wendy sally tina tracy
    stacey kim cathy cindy debbie peggy monica erica erin shannon kristen kristin allison alison
    courtney lindsay leslie marcus malcolm trent travis todd chad brett dustin clayton carlos
    """
  private static let german = """

    hans klaus jürgen günter günther wolfgang dieter manfred uwe bernd helmut heinz werner horst
    gerhard michael thomas andreas stefan stephan christian martin frank markus matthias jörg jens
    torsten thorsten sven dirk ralf rainer reiner holger oliver carsten karsten kai lars marcel
    dennis sebastian daniel tobias florian philipp jan niklas lukas jonas felix maximilian moritz
    fabian dominik benedikt johannes jakob paul leon finn julian simon tim timo nils ole hauke
    heiko heiner volker ulrich ulf udo armin arno alfred albert egon erich ernst ewald franz
    friedrich fritz georg gottfried gregor guido gustav hartmut heinrich hermann hubert ingo joachim
    jochen josef karl karlheinz konrad kurt lothar ludwig lutz marco mario marius max norbert
    olaf oskar otto peter reinhard reinhold richard robert roland rolf rudolf rüdiger siegfried
    theodor thilo ursula ute ulrike uta urs beat reto ueli christoph samuel steffen bastian patrick
    petra sabine monika susanne andrea claudia birgit gabriele karin martina angelika heike barbara
    brigitte renate ingrid helga christa elke erika gisela hannelore anja katja katrin kathrin
    kerstin silke simone sonja stefanie tanja tina nadine nicole melanie sandra anke antje astrid
    bettina britta carola carolin caroline christiane christine cornelia cosima daniela doris
    dorothea edith elisabeth ellen eva franziska frauke friederike gerda gudrun hanna hannah heidi
    helena hildegard ilona inga ines iris irene irmgard jana jessica johanna judith jule julia
    juliane jutta karoline karolin katharina lara lea lena leonie lisa luisa magdalena maike manuela
    mareike margit margarete maria marianne marie marion marlene meike miriam mirjam nina nora
    patricia regina regine rebecca rita rosemarie ruth sarah saskia sibylle sigrid silvia sina
    sophia sophie svenja sylvia theresa ulla vanessa vera verena veronika viktoria wiebke yvonne
    amelie annika anne annette anneke annegret antonia clara charlotte emilia emma greta ida
    """
  private static let romance = """

    jean pierre michel philippe alain bernard jacques françois christophe nicolas laurent frédéric
    éric stéphane olivier pascal thierry guillaume julien sébastien vincent antoine alexandre
    maxime romain mathieu matthieu benoît benoit cédric fabien fabrice gilles guy henri hervé hugues
    jérôme jérémy louis luc marc marcel mathilde maurice patrice rémi rémy régis rené sylvain
    thibault thibaut tristan xavier yves yann denis didier dominique étienne gérard grégory
    marie nathalie isabelle sylvie catherine martine christine françoise valérie sandrine
    stéphanie véronique céline chantal brigitte sophie virginie aurélie émilie camille claire
    hélène jeanne juliette manon margaux pauline élodie élise agnès anaïs anne audrey béatrice
    carole caroline cécile charlène clémence corinne delphine estelle florence gaëlle geneviève
    josé juan luis carlos antonio manuel francisco javier miguel jesús ángel alejandro pablo sergio
    fernando jorge alberto rafael raúl álvaro andrés diego eduardo enrique gabriel gonzalo guillermo
    héctor hugo ignacio iván jaime joaquín josep jordi julio marcos mariano mario martín óscar
    ramón ricardo roberto rodrigo rubén salvador santiago tomás vicente víctor xavi maría carmen
    josefa isabel ana dolores pilar teresa rosa cristina marta elena laura lucía paula sara
    beatriz silvia patricia raquel susana mónica rocío irene nuria inmaculada mercedes alicia
    verónica alejandra andrea ángeles carolina claudia daniela eva gabriela inés julia lorena
    lourdes luisa natalia noelia sandra sofía valentina valeria ximena yolanda
    giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco
    domenico bruno paolo michele giorgio aldo sergio luciano alessandro andrea marco matteo luca
    lorenzo davide simone stefano roberto federico riccardo fabio claudio massimo maurizio enrico
    emanuele filippo gianluca giacomo gianni gianfranco giulio leonardo nicola raffaele renato
    alessandra chiara francesca federica giulia ilaria elisa elena martina paola roberta serena
    silvia valentina barbara beatrice benedetta caterina cinzia claudia cristina daniela donatella
    emanuela eleonora giorgia giovanna lucia maddalena manuela marina michela monica ornella
    patrizia raffaella rossella sabrina simona stefania
    joão josé pedro paulo carlos luís luiz rui tiago miguel nuno ricardo filipe fernando bruno
    andré gustavo felipe thiago lucas mateus rafael rodrigo marcelo márcio vinícius fábio flávio
    fernanda juliana camila bruna letícia larissa aline vanessa renata tatiana inês joana catarina
    margarida mariana rita sónia adriana luciana ion andrei mihai cristian radu vlad elena ioana
    gheorghe adrian florin bogdan răzvan alexandru ştefan
    """
  private static let nordic = """

    lars anders per erik karl sven nils johan fredrik magnus henrik mats jonas björn bjørn stefan
    mikael gustav oskar emil viktor linus axel hugo ludvig rasmus mads mikkel søren jens niels
    jesper kasper morten thomas torben ole knud poul kjell odd geir stein tor tore svein terje
    øyvind håkon håvard espen eirik sindre anna karin eva maria kristina lena ingrid ulla birgitta
    marie emma elin sofia ida linnea maja astrid johanna hanna malin jenny frida josefin mette
    hanne kirsten lone pia lene inger rikke camilla signe freja sigrid solveig ragnhild marit
    tuva juha matti timo kari mikko jari markku jukka antti ville janne petri sami heikki
    tuula anne päivi anna riitta leena pirjo sari minna marja tiina katja heidi jan piet kees
    henk wim hans gerrit joost jeroen bart sander martijn maarten wouter pieter bas thijs daan sem
    ruben koen tom stijn dries joris geert luc marieke anouk femke sanne lotte fleur eline
    marloes esther ilse griet els katrien hilde liesbeth saskia mieke guðrún sigurður jón
    """
  private static let slavic = """

    jan andrzej piotr krzysztof stanisław tomasz paweł józef marcin marek michał grzegorz jerzy
    tadeusz adam łukasz zbigniew ryszard dariusz mateusz wojciech kamil jakub maciej rafał robert
    bartosz bartłomiej anna maria katarzyna małgorzata agnieszka barbara ewa krystyna elżbieta
    magdalena joanna aleksandra zofia monika natalia jiří petr josef pavel martin tomáš jaroslav
    miroslav zdeněk václav michal františek lukáš ondřej vojtěch hana jana lenka kateřina lucie
    věra alena petra zuzana ivana marek štefan peter juraj ján milan goran zoran dragan nikola
    marko ivan luka ante josip tomislav ana marija jelena milica vesna snežana miloš vladimir
    sergey sergei alexander aleksandr alexei alexey andrey andrei dmitry dmitri igor ivan mikhail
    maxim nikolai oleg pavel roman vadim viktor vitaly yuri yury evgeny konstantin artem anton
    denis kirill olga elena tatiana tatyana natalia irina svetlana ekaterina anastasia yulia marina
    ludmila galina oksana maryna yana александр сергей владимир андрей алексей дмитрий михаил
    иван николай юрий евгений олег игорь виктор павел роман максим антон денис ольга елена татьяна
    наталья ирина светлана екатерина анастасия мария анна юлия марина людмила оксана олександр
    сергій володимир андрій дмитро іван микола юрій наталія тетяна ірина γιώργος γιάννης δημήτρης
    νίκος κώστας μαρία ελένη κατερίνα george yannis dimitris nikos kostas istván lászló józsef jános
    zoltán sándor ferenc gábor attila péter tamás zsolt tibor andrás csaba imre balázs mária
    erzsébet katalin éva ilona zsuzsanna margit judit ágnes
    """
  private static let others = """

    mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein omar khaled khalid ibrahim
    mahmoud mustafa youssef yusuf abdul abdullah tariq bilal samir karim rashid fatima aisha mariam
    maryam leila layla zainab amina yasmin noor nadia rania salma mehmet mustafa hüseyin ibrahim
    ismail osman murat ömer ramazan süleyman yusuf emre burak cem can serkan deniz elif ayşe fatma
    emine hatice zeynep merve esra selin reza hossein mehdi amir hamid arash sina shirin parisa
    rahul amit raj ravi sanjay vijay anil sunil suresh rajesh ramesh ashok manoj deepak vikram
    arjun rohan rohit nikhil karan aditya siddharth arun krishna priya pooja neha anjali kavita
    sunita divya shreya ananya aishwarya lakshmi meera nisha ritu swati sneha imran asif faisal
    usman hamza zain wei ming jun li hui ling mei xin yan yang jing hong chen kenji takashi hiroshi
    yuki satoshi akira yoko keiko naoko yumi haruka sakura minh anh thi linh nguyen budi siti dewi
    agus sri putri rizki andi dian kwame kofi chinua chidi emeka ngozi amara oluwaseun tunde wanjiru
    thabo sipho nomsa themba abebe haile dov yael noa avi moshe yosef shlomo rivka shira tamar
    eitan gil ronen uri tal
    """
}
