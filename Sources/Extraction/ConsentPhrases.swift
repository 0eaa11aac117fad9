/// What consent walls say.
enum ConsentPhrases {
  static let phrases = ChallengePhrases(
    titles: titles,
    texts: texts,
    buttons: buttons,
    otherButtons: otherButtons,
    topics: topics
  )

  private static let titles = PhraseTable(
    """
    before you continue *; before you go on; your privacy *; we value your privacy *
    we care about your privacy *; privacy settings *; privacy gate; privacy wall; cookie wall
    cookie consent; cookie settings; cookie preferences; consent; consent required; your consent
    your cookie choices; your privacy choices; cookies; cookies required; manage consent
    bevor sie fortfahren *; bevor du fortfährst *; bevor es weitergeht *; ihre privatsphäre *
    deine privatsphäre *; datenschutzeinstellungen; privatsphäre einstellungen; zustimmung
    zustimmung erforderlich; einwilligung; einwilligung erforderlich; cookie einstellungen
    cookie hinweis; mit werbung weiterlesen; avant de continuer *; avant d accéder *
    votre vie privée *; vos données *; gestion des cookies; paramètres des cookies; consentement
    votre consentement; le respect de votre vie privée *; antes de continuar *; antes de seguir
    tu privacidad *; su privacidad *; configuración de cookies; consentimiento; prima di continuare *
    prima di procedere; la tua privacy *; impostazioni dei cookie; consenso; antes de prosseguir
    sua privacidade *; a sua privacidade *; configurações de cookies; voordat je verdergaat *
    voordat u verdergaat *; voordat u doorgaat *; voordat je doorgaat *; jouw privacy *; uw privacy *
    cookie instellingen; cookiemelding; cookiemuur; toestemming; zanim przejdziesz *
    zanim przejdziemy *; twoja prywatność *; szanujemy twoją prywatność *; zgoda na pliki cookie
    ustawienia plików cookie; прежде чем продолжить *; перед продолжением *; ваша конфиденциальность
    настройки файлов cookie; согласие на использование *; devam etmeden önce *; gizliliğiniz *
    çerez tercihleri; çerez ayarları; 続行する前に *; 先に進む前に *; プライバシー設定; cookie の設定; クッキーの設定; 同意
    cookieの同意; 继续之前 *; 在继续之前 *; 隐私设置; cookie 设置; 您的隐私 *; 繼續之前 *; 隱私權設定; 계속하기 전에 *; 개인정보 설정
    쿠키 설정; 쿠키 동의; قبل المتابعة *; قبل أن تتابع *; خصوصيتك *; إعدادات ملفات تعريف الارتباط; innan du fortsätter *
    før du fortsætter *; før du fortsetter *; ennen kuin jatkat *; než budete pokračovat *
    """
  )

  private static let texts = PhraseTable(
    """
    before you continue; to continue please accept; accept cookies to continue; accept to continue
    accept and continue; agree and continue; agree to continue; consent to continue
    choose how to continue; continue with ads; continue with advertising; with ads and tracking
    by clicking accept; by clicking i accept; by clicking agree; click accept; if you accept all
    if you choose to accept; you can change your choice; withdraw your consent; manage your choices
    we and our partners; our partners store; we use cookies and data; your consent
    bevor sie; mit werbung weiterlesen; weiter mit werbung; mit werbung und tracking
    werbefrei; stimmen sie zu; stimme zu; ihre einwilligung; ihre zustimmung; deine zustimmung
    deine einwilligung; unsere partner; unseren partnern; wir und unsere; alle akzeptieren
    einwilligung widerrufen; um fortzufahren; pur abo; avant de continuer; nos partenaires
    votre consentement; vos choix; continuer sans accepter; accepter et continuer
    en cliquant sur; retirer votre consentement; avec publicité; antes de continuar
    nuestros socios; su consentimiento; tu consentimiento; aceptar y continuar; al hacer clic en
    haciendo clic en; nosotros y nuestros; prima di continuare; i nostri partner; noi e i nostri
    il tuo consenso; accetta e continua; cliccando su; facendo clic su; nossos parceiros
    os nossos parceiros; seu consentimento; aceitar e continuar; ao clicar em; voordat je; voordat u
    onze partners; wij en onze; jouw toestemming; uw toestemming; je toestemming; door te klikken op
    zanim przejdziesz; nasi partnerzy; naszymi partnerami; twoją zgodę; twoja zgoda; wyrażam zgodę
    klikając; прежде чем; наши партнеры; наши партнёры; нашими партнерами; ваше согласие; вашего согласия
    нажимая; devam etmeden önce; iş ortaklarımız; ortaklarımız; onayınız; rızanız; tıklayarak
    続行する前に; パートナー; 同意して; 同意する; クリックすると; 继续之前; 合作伙伴; 您的同意; 点击 接受; 同意并继续; 繼續之前; 合作夥伴; 您的同意
    계속하기 전에; 파트너; 귀하의 동의; 동의하고; 클릭하면; قبل المتابعة; شركاؤنا; شركائنا; موافقتك; بالنقر فوق; بالضغط على
    """
  )

  private static let buttons = PhraseTable(
    """
    accept; accept all *; accept and continue; accept cookies; accept continue; i accept; i agree
    agree; agree and *; agree all; yes i agree; allow all *; allow cookies; consent; i consent; ok
    got it; yes; continue with ads *; accept with ads; akzeptieren *; alle akzeptieren
    alles akzeptieren; alle cookies akzeptieren; alle annehmen; annehmen; zustimmen *
    ich stimme zu; einverstanden *; allen zustimmen; weiter mit werbung; mit werbung weiterlesen
    zulassen; alle zulassen; einwilligen *; accepter *; tout accepter; j accepte *
    accepter et continuer; accepter tout; autoriser; tout autoriser; d accord; aceptar *
    acepto; aceptar todo; aceptar y continuar; estoy de acuerdo; permitir *; accetta *; accetto
    accetta tutto; accetta e continua; acconsento; consenti *; aceitar *; aceito; aceitar tudo
    concordo *; concordar *; accepteren *; alles accepteren; akkoord *; ja ik ga akkoord
    ga akkoord; toestaan; alle cookies toestaan; akceptuję *; akceptuj *; zaakceptuj *; zgadzam się
    zgoda; przejdź do serwisu *; принять *; принять все; согласен; согласна; я согласен
    соглашаюсь; разрешить *; kabul et *; kabul ediyorum; tümünü kabul et; hepsini kabul et; onayla
    同意する; すべて同意; 同意して *; すべて受け入れる; 承諾 *; 許可 *; すべて許可; 同意 *; 接受 *; 全部接受; 我同意; 允许 *; 全部允许; 接受全部
    允許 *; 동의 *; 동의함; 모두 동의 *; 수락 *; 모두 수락; 모두 허용; 동의합니다; قبول *; قبول الكل; أوافق *; موافق; السماح *
    godkänn *; acceptera *; accepter alle; tillad alle; godta *; hyväksy *; přijmout *; souhlasím
    прийняти *; acceptă *; elfogadom *; αποδοχή *
    """
  )

  private static let otherButtons = PhraseTable(
    """
    reject *; reject all; decline *; deny; refuse *; no thanks; only necessary *; necessary only
    only essential *; essential only; manage *; more options; options; settings; cookie settings
    customise *; customize *; preferences; subscribe *; more information; learn more
    ablehnen *; alle ablehnen; alles ablehnen; nur notwendige *; nur erforderliche *; einstellungen *
    mehr optionen; weitere optionen; anpassen; abonnieren *; jetzt abonnieren; pur abo *; verwalten
    refuser *; tout refuser; je refuse; continuer sans accepter; paramétrer *; paramètres
    personnaliser *; gérer *; plus d options; s abonner *; rechazar *; rechazar todo; configurar *
    configuración; personalizar *; más opciones; gestionar *; suscribirse *; rifiuta *
    rifiuta tutto; personalizza *; impostazioni *; gestisci *; altre opzioni; abbonati *; rejeitar *
    rejeitar tudo; recusar *; gerenciar *; gerir *; configurações *; mais opções; weigeren *
    alles weigeren; afwijzen *; alles afwijzen; instellingen *; aanpassen; beheren; meer opties
    voorkeuren *; odrzuć *; odrzuć wszystko; ustawienia *; dostosuj *; więcej opcji; zarządzaj *
    отклонить *; отклонить все; отказаться *; настроить *; настройки *; только необходимые *; reddet *
    tümünü reddet; hepsini reddet; ayarlar *; tercihler *; diğer seçenekler; yönet; 拒否 *; すべて拒否
    同意しない; 設定 *; 詳細設定; カスタマイズ; その他のオプション; 拒绝 *; 全部拒绝; 设置 *; 更多选项; 拒絕 *; 全部拒絕; 設定; 更多選項; 管理 *
    거부 *; 모두 거부; 설정 *; 옵션 더보기; 맞춤설정; رفض *; رفض الكل; الإعدادات; إعدادات *; خيارات أخرى; إدارة *
    avvisa *; neka alla; afvis *; avvis *; hylkää *; odmítnout *; відхилити *
    """
  )

  private static let topics = PhraseTable(
    """
    cookie; cookies; consent; privacy; personal data; tracking; personalised ads; personalized ads
    partners; gdpr; advertising; advertisements; zustimmung; zustimmen; einwilligung; datenschutz
    personenbezogene; personenbezogenen; privatsphäre; werbung; partner; partnern
    consentement; vie privée; données personnelles; traceurs; partenaires; publicité; publicités
    consentimiento; privacidad; datos personales; publicidad; socios; anuncios; consenso
    dati personali; pubblicità; annunci; consentimento; dados pessoais; publicidade; anúncios
    parceiros; toestemming; persoonsgegevens; advertenties; zgoda; zgodę; zgody; prywatność
    prywatności; plików cookie; pliki cookie; ciasteczka; reklamy; reklam; согласие; согласия
    конфиденциальности; персональных данных; персональные данные; реклама; рекламы; рекламу; куки
    çerez; çerezler; çerezleri; gizlilik; kişisel veriler; kişisel; reklam; reklamlar; クッキー; 同意; プライバシー
    広告; 個人情報; 隐私; 同意; 广告; 个人信息; 隱私; 廣告; 個人資料; 쿠키; 쿠키를; 동의; 개인정보; 광고; ملفات تعريف الارتباط; الخصوصية
    خصوصيتك; موافقتك; الإعلانات; samtycke; integritet; personuppgifter; samtykke; privatliv
    evästeet; evästeitä; souhlas; soukromí
    """
  )
}
