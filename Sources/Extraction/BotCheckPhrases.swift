/// What bot checks and the refusals of firewalls say.
enum BotCheckPhrases {
  static let phrases = ChallengePhrases(
    titles: titles,
    weakTitles: weakTitles,
    texts: texts,
    buttons: buttons,
    topics: topics
  )

  private static let titles = PhraseTable(
    """
    just a moment *; one moment please *; attention required *; checking your browser *
    checking if the site connection is secure; verify you are human *; verifying you are human *
    verify that you are human *; verify you are not a robot *; please verify you are *
    are you a robot; are you human *; are you a human *; robot check; bot check; bot verification
    human verification; human check; security check; security verification
    security checkpoint; vercel security checkpoint; ddos protection; ddos protection by *; bot protection
    please wait while we verify *; pardon our interruption *; captcha; captcha required
    captcha challenge; captcha check; making sure you re not a bot *
    access to this page has been denied *; you have been blocked; sorry you have been blocked
    request rejected; client challenge; challenge validation; unusual traffic
    browser check; browser verification; press hold to confirm *; access verification
    einen moment bitte; nur einen moment; einen moment; sicherheitsüberprüfung
    sicherheitsprüfung; sicherheitsabfrage; browserprüfung; ihr browser wird überprüft *
    ihr browser wird geprüft *; browser wird überprüft *; bestätigen sie dass sie *
    sind sie ein roboter; sind sie ein mensch; captcha abfrage; zugriff blockiert
    un instant; un instant s il vous plaît; juste un instant; vérification de sécurité
    contrôle de sécurité; vérification de votre navigateur *; vérification en cours
    vérification du navigateur; êtes vous un robot; êtes vous humain; vérifiez que vous êtes *
    un momento; un momento por favor; solo un momento; un momento por favor; espere un momento; un momento por favor; comprobación de seguridad
    verificación de seguridad; comprobando su navegador *; comprobando tu navegador *
    verificando su navegador *; verifica que eres *; eres un robot; eres humano
    verificación humana; ci siamo quasi; verifica di sicurezza; controllo di sicurezza
    controllo del browser *; verifica del browser *; sei un robot; verifica che sei *
    um momento; um momento por favor; só um momento; um momento por favor; verificação de segurança; verificando seu navegador *
    verificação do navegador; você é um robô; é um robô; verificação humana
    een ogenblik geduld *; even geduld *; een moment geduld *; beveiligingscontrole
    veiligheidscontrole; uw browser wordt gecontroleerd *; bent u een robot; ben je een robot
    chwileczkę; weryfikacja bezpieczeństwa; kontrola bezpieczeństwa
    sprawdzanie przeglądarki *; czy jesteś robotem; potwierdź że jesteś *; weryfikacja człowieka
    один момент; одну минуту; один момент пожалуйста; проверка браузера *; проверка безопасности; вы не робот
    вы робот; подтвердите что *; проверка на робота; проверка что вы не робот; ой
    bir dakika; bir dakika lütfen; lütfen bekleyin *; güvenlik kontrolü; güvenlik doğrulaması
    robot musunuz; tarayıcınız kontrol ediliyor *; insan doğrulaması
    しばらくお待ちください *; 少々お待ちください *; セキュリティチェック *
    セキュリティ検証 *; セキュリティの確認 *; ブラウザを確認しています *; 人間であることを確認 *
    ロボットではないことを確認 *; 画像認証; 认证中 *; 请稍候 *; 请稍等 *; 安全验证 *; 百度安全验证; 人机验证 *
    安全检查 *; 验证码 *; 输入验证码; 滑动验证; 访问验证 *; 浏览器检查 *; 正在验证 *; 請稍候 *; 安全驗證 *
    人機驗證 *; 驗證碼 *; 安全檢查 *; 잠시만 기다려 *; 잠시만 기다리십시오 *; 보안 확인 *; 보안 검사 *
    로봇이 아닙니다; 브라우저 확인 *; 자동입력 방지; 보안문자 *; 사람인지 확인 *; لحظة واحدة *
    لحظة من فضلك *; التحقق من الأمان *; التحقق الأمني *; فحص المتصفح *; التحقق من المتصفح *
    هل أنت روبوت; تحقق من أنك إنسان *; okamžik prosím *; kontrola zabezpečení; vänta lite *
    ett ögonblick; et øjeblik; et øyeblikk; hetkinen; перевірка браузера *
    """
  )

  private static let weakTitles = PhraseTable(
    """
    access denied; access blocked; zugriff verweigert; accès refusé; acceso denegado; accesso negato
    acesso negado; toegang geweigerd; odmowa dostępu; dostęp zabroniony; доступ запрещен
    доступ запрещён; доступ ограничен; erişim engellendi; アクセスが拒否されました
    アクセスできません; 访问被拒绝; 拒绝访问; 存取被拒; 접근이 거부되었습니다; 접근 거부; 접근 제한; تم رفض الوصول
    blocked; request blocked
    """
  )

  private static let texts = PhraseTable(
    """
    checking your browser; checking if the site connection is secure; verify you are human
    verify that you are human; verifying you are human; confirm you are human
    confirm that you are human; prove you are human; are human by completing; you re human
    you are a human; not a robot; you re a robot; you are a robot; not a bot; you re not a bot
    you are a bot; review the security of your connection; enable javascript and cookies
    javascript and cookies to continue; complete the captcha; solve the captcha
    complete the security check; complete the challenge; enter the characters you see
    type the characters; press hold; press and hold; unusual traffic; unusual activity
    suspicious activity; automated requests; automated access; automated traffic
    automated tool; automation tools; protect itself from online attacks
    blocked by our security; blocked by the security; you have been blocked
    your ip has been blocked; the security service; ddos protection by
    request unsuccessful; the requested url was rejected; slide to verify; slide to complete
    ensure you are human; bist du ein mensch; dass sie ein mensch sind; dass du ein mensch bist
    sie kein roboter; du kein roboter; ich bin kein roboter; kein bot sind; ihr browser wird
    ihren browser überprüf; wir prüfen ihren browser; wir überprüfen ihren browser
    überprüft ihren browser; überprüfen ob; ungewöhnlichen datenverkehr; ungewöhnliche aktivität
    aktivieren sie javascript und cookies; lösen sie das captcha; automatisierte anfragen
    automatisierte zugriffe; vous êtes humain; vous êtes un humain; vous êtes bien humain
    êtes pas un robot; suis pas un robot; n êtes pas un robot; vérifions votre navigateur
    vérification de votre navigateur; trafic inhabituel; activité inhabituelle
    activez javascript et les cookies; activer javascript et les cookies; résoudre le captcha
    demandes automatisées; requêtes automatisées; eres humano; es usted humano; eres un humano
    usted es humano; ser humano; no eres un robot; no es un robot; no soy un robot
    comprobando su navegador; comprobando tu navegador; comprobar su navegador
    verificando su navegador; tráfico inusual; actividad inusual
    javascript y las cookies; habilite javascript; resuelva el captcha; complete el captcha
    solicitudes automatizadas; sei un essere umano; sei umano; non sei un robot; non sono un robot
    verificando il tuo browser; controllo del browser; verifica del browser
    traffico insolito; traffico anomalo; attività insolita; abilita javascript e i cookie
    attivare javascript e i cookie; completa il captcha; richieste automatiche
    você é humano; é humano; não é um robô; não sou um robô; verificando seu navegador
    verificando o seu navegador; verificar seu navegador; tráfego incomum; atividade incomum
    ative o javascript e os cookies; habilite javascript e cookies; complete o captcha
    solicitações automatizadas; u een mens bent; je een mens bent; geen robot bent
    ik ben geen robot; u geen robot; je geen robot; uw browser wordt gecontroleerd
    controleren uw browser; controleren je browser; ongebruikelijk verkeer
    javascript en cookies in; los de captcha op; geautomatiseerde verzoeken; jesteś człowiekiem
    nie jesteś robotem; nie jestem robotem; nie jest robotem; sprawdzamy twoją przeglądarkę
    sprawdzanie przeglądarki; nietypowy ruch; włącz javascript i pliki cookie
    włącz obsługę javascript; rozwiąż captcha; automatyczne zapytania; вы человек
    вы не робот; я не робот; вы не бот; проверяем ваш браузер; проверка вашего браузера
    проверка браузера; подозрительный трафик; необычный трафик; подозрительную активность
    включите javascript и cookie; включите javascript и файлы; автоматические запросы
    запросы отправляли вы; введите символы; insan olduğunuzu; robot olmadığınızı; robot değilim
    tarayıcınız kontrol ediliyor; tarayıcınızı kontrol; olağandışı trafik; olağan dışı trafik
    javascript ve çerezleri; 人間であることを; ロボットではありません; ロボットではないこと; 私はロボットでは
    ブラウザを確認; ブラウザを検証; 通常と異なるトラフィック; 異常なトラフィック; javascriptとcookieを有効
    javascript と cookie を有効; 自動化されたリクエスト; 認証を完了; 您是真人; 你是真人; 是否为真人; 不是机器人; 是机器人
    我不是机器人; 完成安全验证; 完成验证; 完成人机验证; 进行安全验证; 进行验证; 拖动滑块; 滑块; 请输入验证码; 检查您的浏览器; 正在检查
    异常流量; 访问过于频繁; 访问异常; 启用 javascript 和 cookie; 启用javascript和cookie; 您是人類; 不是機器人
    完成安全驗證; 完成驗證; 檢查您的瀏覽器; 請輸入驗證碼; 異常流量; 사람인지 확인; 사람임을 확인; 로봇이 아닙니다; 로봇이 아님을
    브라우저를 확인; 비정상적인 트래픽; 자바스크립트와 쿠키; javascript와 쿠키를; javascript 및 쿠키를; 자동화된 요청
    보안 문자를 입력; 자동입력 방지문자를; أنك إنسان; أنت إنسان; لست روبوتًا; لست روبوت; لست برنامج روبوت; أنا لست روبوت
    التحقق من متصفحك; فحص متصفحك; نتحقق من متصفحك; حركة مرور غير عادية; نشاط غير معتاد
    تمكين javascript وملفات; تفعيل javascript وملفات; жодного робота; du är människa; du er et menneske
    jste člověk; nejste robot
    """
  )

  private static let buttons = PhraseTable(
    """
    verify *; i am human; i m not a robot; i am not a robot; continue; submit; unblock *
    bestätigen; ich bin kein roboter; weiter; vérifier; je ne suis pas un robot; continuer
    verificar; no soy un robot; verifica; non sono un robot; não sou um robô; verifiëren
    ik ben geen robot; zweryfikuj; nie jestem robotem; подтвердить; я не робот; doğrula
    robot değilim; 確認; 認証; 验证; 点击验证; 驗證; 확인; تحقق
    """
  )

  /// The numbers under which firewalls keep what they have refused.
  static let incidents = PhraseTable(
    """
    ray id; support id; incident id; reference id; reference; request id; event id; block id
    incident; id de suivi; vorgangs id; referenznummer; referenz id; reference number
    error reference number; errors edgesuite net; case id; transaction id; trace id; client ip
    your ip; ihre ip; votre ip; ip address; ip адрес
    """
  )

  private static let topics = PhraseTable(
    """
    captcha; captchas; recaptcha; hcaptcha; turnstile; robot; robots; bot; bots; browser; browsers
    javascript; cookie; cookies; ip; ray id; security check; security service; verification; verify
    verifying; firewall; ddos; cloudflare; blocked; automated; malware; roboter; überprüfung
    überprüfen; sicherheitsprüfung; netzwerk; navigateur; vérification; vérifier; vérifions
    bloqué; navegador; verificación; verificar; comprobación; seguridad; bloqueado; verifica
    navigatore; bloccato; sicurezza; verificação; segurança; robô; robôs; beveiliging; controle
    geblokkeerd; przeglądarka; przeglądarki; przeglądarkę; weryfikacja; robotem; ruch; браузер
    браузера; браузере; робот; роботом; робота; проверка; проверку; проверки; запросы; tarayıcı
    tarayıcınız; tarayıcınızı; robotu; doğrulama; güvenlik; ロボット; ブラウザ; 認証; 検証; クッキー; 验证; 机器人
    浏览器; 安全; 驗證; 機器人; 瀏覽器; 로봇; 브라우저; 브라우저를; 인증; 보안; 쿠키; روبوت; المتصفح; متصفحك; التحقق; الأمان
    the page will reload; you will be redirected; automatically; this process is automatic
    a few seconds; site owner; webmaster; administrator
    """
  )
}
