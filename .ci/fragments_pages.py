"""Pages for .ci/fragments: articles in many scripts, with quotes, dashes, commas, inline elements, repeated phrases and decoys.

A page is a title and a body in HTML. What stands in an element of class "decoy" is no main text: extraction leaves it out, and a link must not open on it.
"""

ENGLISH = """
<p>The harbour board of Westhaven met on Monday, and its members — eleven of them, all told — agreed to rebuild the old pier before winter comes.</p>
<p>“We have waited for ten years,” said Anna Smith, the chairwoman, “and we shall not wait for an eleventh one.” The pier, which was built in 1891, has been closed since the storm of 2014.</p>
<p>Its planks are rotten; its piles, however, are sound - or so the engineers say. The work will cost 4.5 million pounds, 60% of which the county pays & the rest the town.</p>
<p>Fishermen don't like the plan: they'd rather have a well-lit, all-weather quay, with a crane (the last one was sold in 1998) and an ice-house. 'It's not for us,' one of them said, 'it's for the tourists.'</p>
<p>The board's answer was short. A quay would cost three times as much, and nobody – neither the county nor the state – has offered to pay for it. Mr. J. R. Miller, who owns six boats, called that answer "an insult to every family that lives by the sea".</p>
<p>The first piles are to be driven in March, weather permitting, and the pier should open to walkers by the end of September. A café, two kiosks and a small museum of the lifeboats will follow in the year after that, if the money lasts.</p>
"""

REPEATED = """
<aside class="decoy"><h4>More news</h4><p>The museum has bought the letters of the painter Clara Holm,</p><p>The director said that the letters were a gift to the whole town.</p></aside>
<p>The museum has bought the letters of the painter Clara Holm, and it will show them in the summer of next year in a hall of their own. The director said that the letters were a gift to the whole town.</p>
<p>The museum has bought the letters of the painter before, the director said, when nobody wanted to pay for them and the house was nearly closed. That is what she said. The letters of that time were lost in the fire of 1962.</p>
<p>That is what she said. But the letters that the museum has bought now are the ones which the painter wrote in her last years to her sister in Bergen, and they fill four boxes of oak.</p>
<p>The museum has bought the frames as well. The museum has bought the easel, the brushes and the chair, which a collector in Oslo had kept in his cellar for fifty years without telling anybody.</p>
<p>In the summer of next year the hall will open. In the summer of next year the town will also be eight hundred years old, and the two feasts are to be held on one day, the first of July, in the market square.</p>
<p>Nobody knows how many letters are still in private hands, the director said, and so the museum will go on looking for them in the summer of next year. That is what she said when the hall was empty.</p>
"""

INLINE = """
<p>Der <b>Stadtrat</b> von <a href="/nord">Nord<i>heim</i></a> hat am <time>Dienstag</time> beschlossen, die <em>Straßen­bahn</em> bis zum <abbr title="Hauptbahnhof">Hbf</abbr>, zur Universität und zum Klinikum zu verlängern.</p>
<p>Die Strecke ist <span>sieben</span> Kilo<wbr>meter lang<sup>2</sup> und führt über den Fluss, durch den <q>Alten Garten</q> und am Theater vorbei. Bürgermeisterin <strong>Eva Köhler</strong> nannte sie »die wichtigste Entscheidung seit dreißig Jahren«.</p>
<p>Gebaut wird <i>ab dem Frühjahr</i>; die ersten Züge sollen, wenn alles gut geht, im <b>Dezember 2029</b> fahren. Die Kosten &#8211; 312&nbsp;Millionen Euro &#8211; teilen sich Stadt, Land und <a href="#">Bund</a>.</p>
<p>Die Händler am Markt fürchten <span style="color:red">lange</span> Baustellen, leere Läden und <small>(wie sie sagen)</small> das Ende der Innenstadt, so wie man sie kennt. <b>Ganz anders</b> sieht das der Verein <a href="/v">„Leise Stadt“</a>, der seit Jahren für die Bahn wirbt, Unterschriften sammelt und im Rat gesprochen hat.</p>
<p>Im nächsten Jahr wird auch der <em>Fahrplan der Busse</em> neu geschrieben, denn viele Linien sollen dann an den Haltestellen der Bahn enden<sup>3</sup>, statt ihr hinterherzufahren. Wer heute <b>vierzig</b> Minuten braucht, soll in zwanzig Minuten <u>am Klinikum</u> sein.</p>
<p>Der Rat stimmte mit 31 zu 9 Stimmen für den Plan, bei <i>vier</i> Enthaltungen aus der Fraktion der Freien Wähler, deren Sprecher einen Tunnel unter dem Fluss verlangt hatte.</p>
"""

FRENCH = """
<p>Le conseil municipal de Saint-Aubin a décidé, jeudi soir, de rouvrir l'ancienne piscine : « C'est une promesse tenue », a déclaré le maire, Jean-Luc Moreau, devant une salle pleine.</p>
<p>Fermée depuis 2017, la piscine avait été construite en 1936 ; ses façades, ses mosaïques et son grand escalier sont classés monuments historiques. L'architecte – elle a travaillé à Lyon et à Gand – veut garder l'essentiel, c'est-à-dire la lumière.</p>
<p>Les travaux dureront dix-huit mois et coûteront 7,8 millions d'euros, dont 40 % seront payés par la région. « Nous n'avons pas le choix », dit l'adjointe aux sports, « car six cents enfants n'apprennent plus à nager ».</p>
<p>Les voisins, eux, s'inquiètent du bruit, des voitures et des arbres qu'il faudra couper, bien qu'on leur ait promis d'en planter deux fois plus. Une réunion publique aura lieu le 3 mai, à 19 h 30, à l'école Jules-Ferry.</p>
<p>L'entrée coûtera quatre euros, moitié moins pour les enfants, et rien du tout pour les écoles de la ville, a précisé le maire avant de conclure la séance vers minuit.</p>
"""

RUSSIAN = """
<p>Городской совет решил построить новый мост через реку, потому что старый, открытый в 1903 году, больше не выдерживает грузовиков и автобусов. «Мы ждали этого двадцать лет», — сказала мэр города Ольга Петрова.</p>
<p>Мост будет длиной 640 метров и соединит вокзал, больницу и новый район, где живёт уже сорок тысяч человек. Строить его начнут весной, а закончить хотят — если хватит денег — через три года.</p>
<p>Жители старого города против: они боятся шума, пыли и того, что по их улицам поедут машины, которые раньше ехали в объезд. Совет обещал им деревья, тихий асфальт и запрет на грузовики ночью.</p>
<p>Старый мост не снесут, а отдадут пешеходам и велосипедистам, и на нём, как сто лет назад, снова поставят чугунные фонари. Деньги на это собрали сами горожане, по рублю, за одну зиму.</p>
<p>В следующем году город объявит конкурс, и архитекторы из десяти стран смогут прислать свои проекты до первого сентября.</p>
"""

GREEK = """
<p>Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να ανοίξει ξανά το παλιό θέατρο, που έμεινε κλειστό δεκαπέντε χρόνια μετά τον σεισμό του 2009. «Ήταν ντροπή για την πόλη», είπε ο δήμαρχος, «και τώρα τελειώνει».</p>
<p>Οι εργασίες θα κρατήσουν δύο χρόνια και θα κοστίσουν τρία εκατομμύρια ευρώ, τα μισά από τα οποία θα πληρώσει το υπουργείο πολιτισμού. Το θέατρο χτίστηκε το 1888, από έμπορους του λιμανιού, και χωρά τετρακόσιους θεατές.</p>
<p>Πολλοί κάτοικοι θυμούνται ακόμη τις παραστάσεις, τις μουσικές και τα φώτα, που έφταναν ως την παραλία. Άλλοι λένε πως τα χρήματα θα ήταν καλύτερα στα σχολεία, όπου λείπουν θέρμανση, βιβλία και δάσκαλοι.</p>
<p>Η πρώτη παράσταση θα δοθεί, αν όλα πάνε καλά, την άνοιξη του 2028, με έργο που θα διαλέξουν οι ίδιοι οι κάτοικοι.</p>
"""

CHINESE = """
<p>市议会星期一批准了新港口的建设计划，市长在会议上说，工程将在明年春天开始，预计需要三年时间才能完成。“这是我们等了二十年的决定。”她说。</p>
<p>新港口位于城市的东边，距离火车站只有五公里，建成以后每年可以停靠两千艘货船，还可以停靠大型的客船。港口的总投资约为四十亿元，其中一半由省政府承担，另一半由银行贷款解决。</p>
<p>渔民们对这个计划并不满意，他们担心海水会变脏，鱼会越来越少，祖祖辈辈的生活也会因此改变。渔民代表李大海说：“没有人问过我们，我们是从报纸上知道的。”</p>
<p>环境专家建议，在动工以前应当先做两年的调查，弄清楚海湾里有多少种鱼、多少种鸟。市政府回答说，调查已经做过了，结果会在下个月向全体市民公布。</p>
<p>根据计划，旧港口将改建成一个公园，里面有图书馆、博物馆和一座可以看到整个海湾的灯塔。公园预计在二〇二九年的夏天对外开放，市民可以免费进入。</p>
"""

JAPANESE = """
<p>市議会は月曜日、古い図書館を建て直す計画を承認し、来年の春から工事を始めると発表しました。「子どもたちのために、明るい場所を作りたい」と市長は話しています。</p>
<p>今の図書館は一九六二年に建てられ、屋根から雨がもれるため、三年前から二階が使えなくなっています。新しい図書館には、二十万冊の本のほかに、音楽室、喫茶店、そして小さな劇場が入る予定です。</p>
<p>工事には二年かかり、その間、本は駅前の古い百貨店に移され、誰でもそこで借りることができます。費用は約三十億円で、その三分の一は国が、残りは市が払うことになっています。</p>
<p>一方で、近くの住民からは、車が増えて道が危なくなるのではないか、という心配の声も上がっています。市は、図書館の前の道を歩行者だけの道にすることも考えている、と答えました。</p>
"""

KOREAN = """
<p>시의회는 월요일에 낡은 시장을 새로 짓는 계획을 승인했으며, 공사는 내년 봄에 시작하여 이 년 동안 계속될 예정이다. 시장은 “상인들과 백 번도 넘게 만났다”고 말했다.</p>
<p>지금의 시장은 1958년에 문을 열었고, 지붕이 새고 길이 좁아서 불이 나면 소방차가 들어갈 수 없다. 새 시장에는 가게 삼백 개와 주차장, 어린이 놀이터, 그리고 작은 공연장이 들어선다.</p>
<p>상인들은 공사 기간에 장사를 할 수 없을까 봐 걱정했지만, 시는 강가에 임시 시장을 열기로 약속했다. 비용은 모두 팔백억 원이며, 그 가운데 절반은 정부가, 나머지는 시가 부담한다.</p>
<p>일부 주민은 오래된 건물을 그대로 남겨야 한다고 주장하면서, 서명을 모아 지난주에 시청에 전달했다.</p>
"""

ARABIC = """
<p>وافق مجلس المدينة يوم الاثنين على بناء ميناء جديد شرق المدينة، وقالت رئيسة البلدية إن العمل سيبدأ في الربيع المقبل ويستمر ثلاث سنوات. وأضافت: «انتظرنا هذا القرار عشرين عاما».</p>
<p>يبعد الميناء الجديد خمسة كيلومترات عن محطة القطار، ويمكن أن تدخله ألفا سفينة كل عام، ومنها سفن كبيرة للركاب. وتبلغ التكلفة أربعين مليون دينار، تدفع الدولة نصفها وتدفع المصارف النصف الآخر.</p>
<p>أما الصيادون فهم غير راضين عن الخطة، لأنهم يخافون على السمك وعلى بيوتهم القديمة قرب البحر. وقال أحدهم إن أحدا لم يسألهم، وإنهم قرأوا الخبر في الصحيفة.</p>
<p>وسيصبح الميناء القديم حديقة عامة فيها مكتبة ومتحف ومنارة يمكن أن يرى الناس منها الخليج كله، وستفتح أبوابها مجانا في صيف عام 2029.</p>
"""

HINDI = """
<p>नगर परिषद ने सोमवार को नदी पर नया पुल बनाने की योजना को मंज़ूरी दी, क्योंकि पुराना पुल अब बसों और ट्रकों का भार नहीं उठा सकता। महापौर ने कहा, “हम बीस साल से इस दिन की राह देख रहे थे।”</p>
<p>नया पुल छह सौ मीटर लंबा होगा और रेलवे स्टेशन, अस्पताल तथा नए मोहल्ले को जोड़ेगा, जहाँ चालीस हज़ार लोग रहते हैं। काम अगले वसंत में शुरू होगा और, अगर पैसा कम न पड़ा, तो तीन साल में पूरा हो जाएगा।</p>
<p>पुराने शहर के लोग इस योजना के विरोध में हैं, क्योंकि उन्हें शोर, धूल और गाड़ियों की भीड़ का डर है। परिषद ने वादा किया है कि रात में ट्रक नहीं चलेंगे और सड़क के दोनों ओर पेड़ लगाए जाएँगे।</p>
<p>पुराना पुल गिराया नहीं जाएगा, बल्कि उसे पैदल चलने वालों और साइकिल चलाने वालों के लिए खोल दिया जाएगा।</p>
"""

THAI = """
<p>สภาเมืองอนุมัติแผนการสร้างท่าเรือแห่งใหม่เมื่อวันจันทร์ โดยนายกเทศมนตรีกล่าวว่างานจะเริ่มในฤดูใบไม้ผลิปีหน้า และจะใช้เวลาประมาณสามปีจึงจะแล้วเสร็จ</p>
<p>ท่าเรือแห่งใหม่อยู่ทางตะวันออกของเมือง ห่างจากสถานีรถไฟเพียงห้ากิโลเมตร และสามารถรับเรือสินค้าได้ปีละสองพันลำ ค่าก่อสร้างทั้งหมดประมาณสี่พันล้านบาท ซึ่งรัฐบาลจะจ่ายครึ่งหนึ่ง</p>
<p>ชาวประมงไม่พอใจกับแผนนี้ เพราะกลัวว่าน้ำทะเลจะสกปรกและปลาจะน้อยลงทุกปี ตัวแทนของพวกเขาบอกว่าไม่มีใครเคยถามความเห็น พวกเขารู้ข่าวจากหนังสือพิมพ์</p>
<p>ท่าเรือเก่าจะกลายเป็นสวนสาธารณะที่มีห้องสมุด พิพิธภัณฑ์ และประภาคารซึ่งมองเห็นอ่าวได้ทั้งหมด โดยจะเปิดให้เข้าชมฟรีในฤดูร้อน</p>
"""

BROKEN = """
<p>The ferry to the islands leaves the town of Lund at six in the morning<br>and reaches the first of them, if the sea is calm, a little before nine o'clock.</p>
<div>On board there are seats for two hundred people, a bar, and a room<br><br>in which dogs, bicycles and children may travel without any ticket of their own.</div>
<ul><li>The first island is the largest, with two villages, a school and a church that was built in the year 1274.</li><li>The second one has nothing but sheep, although a monk is said to have lived there for most of his life.</li><li>On the third island a lighthouse stands, which has been empty since its keeper, old Mrs. Dahl, went away.</li></ul>
<blockquote><p>“Nobody comes here in winter,” the captain says, “and those who come in summer do not stay, because there is nothing to buy.”</p></blockquote>
<p>The fare is 12 crowns a person, 7 for children, and it is paid on board, in coins, to the captain's wife. Since 2011 the ferry has carried the mail as well, a thing of which the captain is prouder than of anything else.</p>
<p>The company would like to end the service, for it has lost money in every single year but one; the islanders, all ninety-one of them, have written to the minister and asked her to keep it alive. The minister has promised an answer before the spring, and the captain has promised to sail until he has read it.</p>
"""

PAGES = [
    ("en", "The pier of Westhaven", ENGLISH), ("en", "Letters of a painter", REPEATED), ("de", "Die Bahn kommt", INLINE),
    ("fr", "La piscine de Saint-Aubin", FRENCH), ("ru", "Новый мост", RUSSIAN), ("el", "Το παλιό θέατρο", GREEK),
    ("zh", "新港口", CHINESE), ("ja", "新しい図書館", JAPANESE), ("ko", "새 시장", KOREAN), ("ar", "الميناء الجديد", ARABIC),
    ("hi", "नया पुल", HINDI), ("th", "ท่าเรือแห่งใหม่", THAI), ("en", "The ferry to the islands", BROKEN),
]


def html(number):
    lang, title, body = PAGES[number]
    spaced = body.replace("<p>", '<p style="margin-bottom:300px">')
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:18px/1.6 "Noto Sans",sans-serif;width:560px;margin:20px}} ::target-text{{background:#ff00ff;color:#000}}</style></head>
<body><nav class="decoy"><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>{title}</h1>{spaced}</article></main>
<footer class="decoy"><p>© 2026 The Daily Test</p></footer></body></html>"""
