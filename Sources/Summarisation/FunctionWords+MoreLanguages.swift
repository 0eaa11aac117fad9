extension FunctionWords {
  /// The lists of the languages that use other scripts, or come up less often.
  static let moreLists: [(language: String, words: String)] = [
    (
      "pl",
      """
      i oraz lub albo ale a że to ten ta te tego tej tym tych w we z ze na do od po za o u przez przy
      dla bez pod nad przed między jest są był była było były być będzie nie tak się jak jako który
      która które których kto co gdzie kiedy dlaczego on ona ono oni my wy ja jego jej ich mu go ją im
      nas was już jeszcze tylko także też bardzo może czy gdy aby żeby więc jednak swój swoje
      """
    ),
    (
      "cs",
      """
      a i nebo ale že to ten ta ty toho této tom v ve z ze na do od po za o u při pro bez pod nad před
      mezi je jsou byl byla bylo byli být bude není ne tak se si jak jako který která které kdo co kde
      kdy proč on ona ono oni my vy já jeho její jejich mu ho ji jim nás vás už ještě jen také velmi
      může když aby však podle svůj své
      """
    ),
    (
      "tr",
      """
      ve veya ama fakat ile bir bu şu o da de ki mi mı mu mü için gibi kadar daha çok en az her hiç ne
      neden nasıl kim hangi ben sen biz siz onlar onun bunun olarak olan oldu olduğu olduğunu değil var
      yok ise ancak sonra önce göre diye ya hem bunu şey tüm
      """
    ),
    (
      "hu",
      """
      a az és vagy de hogy nem is egy ez ezt ezek azt azok mint már még csak meg el ki be fel le van
      volt voltak lesz lett ha mert aki ami amely amelyek ahol amikor miért hogyan én te ő mi ti ők
      után előtt között alatt szerint pedig
      """
    ),
    (
      "ro",
      """
      și sau dar că să la de din în pe cu pentru prin fără despre între până după este sunt era erau a
      fost fi va vor au am ai are nu mai foarte ce care cine unde când cum dacă el ea ei ele eu tu noi
      voi lui lor său sa un o unei unui al ale cel cea cei această acest acestea
      """
    ),
    (
      "id",
      """
      yang dan di ke dari untuk dengan pada adalah ini itu tidak akan juga dalam oleh sebagai atau
      karena ada telah sudah bisa dapat lebih saya dia mereka kami kita anda kamu ia nya bahwa saat
      setelah hanya seperti tersebut para secara antara tetapi namun jika
      """
    ),
    (
      "vi",
      """
      và hoặc nhưng là của có không được cho với trong trên dưới ở tại từ đến đã đang sẽ các những một
      này đó kia ấy khi thì mà để do vì nếu như cũng vẫn còn chỉ rất hơn nhất ra vào lên xuống lại về
      theo bị bởi tôi anh chị ông bà họ ta mình nó chúng ai gì nào đâu sao vậy thế nên rồi hay cùng sau
      trước giữa qua mỗi nhiều cả việc người
      """
    ),
    (
      "ru",
      """
      и или но а что чтобы как если когда где кто это этот эта эти этого этой этом тот та те того той
      том в во на с со к ко у о об от до из за по под над при про для без через между перед после не ни
      да же ли бы то так там тут здесь я ты он она оно мы вы они его ее её их ему ей им нас вас мне меня
      мой свой своей своего который которая которое которые которых быть был была было были есть будет
      уже ещё еще только также более очень может можно все всё всех себя чем
      """
    ),
    (
      "uk",
      """
      і й та або але а що щоб як якщо коли де хто це цей ця ці цього той в у на з із до від за по під
      над при про для без через між перед після не ні же б би то так там тут я ти він вона воно ми ви
      вони його її їх йому їй їм нас вас мені мене свій який яка яке які яких бути був була було були є
      буде вже ще тільки також більш дуже може все всі себе
      """
    ),
    (
      "bg",
      """
      и или но а че да как ако когато където кой това този тази тези той тя то те в във на с със към от
      до из за по под над при през след не ни се си ще е са беше бяха съм бъде има няма вече още само
      също повече много може всички който която което които му я им го ги
      """
    ),
    (
      "el",
      """
      ο η το οι τα του της των τον την τους τις ένας μια μία ένα και ή αλλά ότι που πως αν όταν όπως
      γιατί να θα δεν μην με σε στο στη στην στον στα στις στους από για προς κατά μετά πριν χωρίς είναι
      ήταν έχει έχουν είχε αυτό αυτός αυτή αυτά αυτές μου σου μας σας ως πιο πολύ όλα όλοι κάθε
      """
    ),
    (
      "ar",
      """
      في من على إلى عن مع بعد قبل بين حتى منذ خلال عند و أو ثم لكن بل أن إن لا لم لن ما هل قد كان كانت
      يكون هو هي هم هذا هذه ذلك تلك الذي التي الذين كما كل بعض غير أي حيث إذا أنه أنها كانوا به بها له
      لها لهم فيه فيها منه منها عليه عليها
      """
    ),
    (
      "fa",
      "و در به از که این را با است برای آن یک تا بر بود شد می هم نیز یا اما خود هر شده کرد کند"
    ),
    (
      "he", "של את על לא הוא היא זה עם גם כי אם או אבל כל יותר רק מה אני אתה הם היה היתה אל בין לפי"
    ),
    (
      "hi",
      """
      के का की को से में है हैं और या पर ने यह वह इस उस ये वे कि जो तो भी नहीं ही एक था थे थी हो कर गया लिए
      साथ अपने बाद तक कुछ सब
      """
    ),
    (
      "zh",
      """
      的 了 是 在 我 有 和 就 不 人 都 一 个 也 很 到 说 要 去 你 会 着 没 看 好 自 己 这 那 们 他 她 它 与 及 或
      但 而 因 为 所 以 于 之 其 被 把 从 对 向 等 吗 呢 吧 啊 么 什 怎 还 又 再 更 最 已 将 可 能 上 下 中 里 来
      给 让 用 得 地 過 过 個 這 們 為 來 對 會 說 個 還
      """
    ),
    (
      "ja",
      """
      の に は を た が で て と し れ さ あ る い も す な こ ら り ま か っ よ く け そ ば だ や え せ う ど へ わ ん
      ち つ き み め げ じ ね び ず ぶ べ ひ ふ ほ む ゆ お ろ ぎ ぐ ご ざ ぜ ぞ づ ー
      """
    ),
  ]
}
