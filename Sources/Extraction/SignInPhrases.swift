/// What log-in walls say.
enum SignInPhrases {
  static let phrases = ChallengePhrases(
    titles: titles,
    texts: texts,
    buttons: buttons,
    topics: topics
  )

  private static let titles = PhraseTable(
    """
    log in; login; log on; logon; sign in; signin; log in to *; login to *; sign in to *; log in or *
    sign in or *; login required; log in required; sign in required; authentication required
    member login; members only; user login; account login; customer login; please log in *
    please sign in *; please login *; sign up or log in; log in or sign up; sign in or register
    you must log in *; you need to log in *; single sign on; web login; web login service; sso
    anmelden *; anmeldung; einloggen; login erforderlich; anmeldung erforderlich; bitte anmelden *
    bitte melden sie sich an *; bitte einloggen; kundenlogin; mitglieder login; einloggen bei *
    se connecter *; connexion; connexion à *; connectez vous *; identifiez vous *; identification
    s identifier *; authentification; connexion requise; iniciar sesión *; inicia sesión *
    inicio de sesión *; acceder; acceso; acceso de usuarios; ingresar; identifícate *; entrar; accedi *
    accesso; area riservata; effettua il login *; entra; login necessario; iniciar sessão *
    fazer login *; faça login *; faça o login *; acesse sua conta *; área restrita; inloggen *
    log in bij *; aanmelden *; meld je aan *; u moet inloggen *; zaloguj się *; logowanie *
    zaloguj; wymagane logowanie; вход; войти *; войдите *; авторизация *; вход в систему
    вход на сайт; авторизуйтесь *; giriş yap *; giriş; oturum aç *; oturum açın *; üye girişi
    ログイン *; サインイン *; 会員ログイン; ログインが必要です; 登录 *; 用户登录; 请登录 *; 请先登录 *; 登陆; 登入 *; 會員登入
    請登入 *; 請先登入 *; 로그인 *; 로그인이 필요합니다; تسجيل الدخول *; سجل الدخول *; سجّل الدخول *; الدخول
    logga in *; log ind *; logg inn *; kirjaudu *; kirjaudu sisään *; přihlášení *; přihlásit se *
    увійти; вхід; bejelentkezés *; autentificare *; prihlásenie *; σύνδεση *
    """
  )

  private static let texts = PhraseTable(
    """
    sign in to continue; log in to continue; login to continue; please log in; please login
    please sign in; you must log in; you must login; you must be logged in; must be signed in
    you must sign in; you need to be logged in; you need to log in; you need to sign in
    you have to log in; log in to view; login to view; sign in to view; log in to see
    sign in to see; log in to access; sign in to access; login required; authentication required
    you are not logged in; you re not logged in; you are not signed in; members only
    for members only; only available to registered; registered users only
    only registered users; create an account to continue; sign in to your account
    log in to your account; sign in with your; log in with your; sign up to continue
    register to continue; session has expired; requires you to log in; requires a login
    anmelden um; melden sie sich an; melde dich an; bitte einloggen; bitte anmelden
    bitte loggen sie sich ein; logge dich ein; loggen sie sich ein; müssen sie sich anmelden
    müssen angemeldet sein; musst angemeldet sein; müssen eingeloggt sein; musst dich anmelden
    musst du dich anmelden; nicht angemeldet; nur für mitglieder; nur für angemeldete
    nur für registrierte; anmeldung erforderlich; einloggen um; mit ihrem konto an
    connectez vous pour; connectez vous à; identifiez vous; veuillez vous connecter
    veuillez vous identifier; vous devez vous connecter; vous devez être connecté
    vous connecter pour; réservé aux membres; réservée aux membres; réservé aux abonnés
    pas connecté; se connecter pour; inicia sesión para; iniciar sesión para
    inicie sesión; debe iniciar sesión; debes iniciar sesión; tienes que iniciar sesión
    necesitas iniciar sesión; identifícate para; solo para usuarios registrados
    solo para miembros; sólo para miembros; accedi per; effettua il login; effettua l accesso
    devi effettuare; devi accedere; è necessario accedere; riservato agli utenti
    riservata agli utenti; riservato ai soci; entre para continuar; faça login; faça o login
    fazer login para; inicie sessão; iniciar sessão para; precisa fazer login; precisa estar logado
    precisa entrar; somente para membros; acesse sua conta; log in om; inloggen om; meld je aan om
    u moet inloggen; je moet inloggen; u moet ingelogd zijn; je moet ingelogd zijn
    alleen voor leden; niet ingelogd; log in met; zaloguj się aby; zaloguj się by; zaloguj się
    musisz się zalogować; musisz być zalogowany; tylko dla zalogowanych
    tylko dla zarejestrowanych; войдите чтобы; войдите в; авторизуйтесь; необходимо войти
    необходимо авторизоваться; требуется авторизация; вы не авторизованы; войдите или
    только для зарегистрированных; только зарегистрированным; devam etmek için giriş
    giriş yapmanız; giriş yapmalısınız; giriş yapın; oturum açın; oturum açmanız
    oturum açmalısınız; ログインしてください; ログインが必要; ログインして; サインインしてください; サインインして; 会員限定
    会員専用; 请登录; 请先登录; 登录后; 需要登录; 登录以; 您还没有登录; 您尚未登录; 請登入; 請先登入; 登入後; 需要登入; 尚未登入; 로그인이 필요
    로그인해 주세요; 로그인해 주십시오; 로그인하세요; 로그인 후; 로그인해야; 회원 전용; يرجى تسجيل الدخول; الرجاء تسجيل الدخول
    سجل الدخول للمتابعة; سجّل الدخول للمتابعة; تسجيل الدخول للمتابعة; يجب تسجيل الدخول; يجب عليك تسجيل الدخول
    logga in för; du måste logga in; du måste vara inloggad; log ind for; du skal logge ind
    logg inn for; du må logge inn; kirjaudu sisään; musíte se přihlásit; přihlaste se
    """
  )

  private static let buttons = PhraseTable(
    """
    log in; login; log on; sign in; signin; log in *; sign in *; continue with *; next; create account
    sign up; register; join now; anmelden *; einloggen; login; registrieren; konto erstellen
    se connecter; connexion; s identifier; créer un compte; s inscrire; iniciar sesión
    inicia sesión; acceder; entrar; ingresar; crear cuenta; regístrate; registrarse; accedi; entra
    registrati; crea un account; iniciar sessão; fazer login; criar conta; cadastre se; inloggen
    aanmelden; registreren; account aanmaken; zaloguj się; zaloguj; zarejestruj się; załóż konto
    войти; вход; зарегистрироваться; регистрация; giriş yap; giriş; oturum aç; kayıt ol; üye ol
    ログイン; サインイン; 新規登録; 会員登録; 登录; 立即登录; 注册; 登入; 註冊; 로그인; 회원가입; تسجيل الدخول; دخول
    إنشاء حساب; logga in; log ind; logg inn; kirjaudu; přihlásit se; увійти
    """
  )

  private static let topics = PhraseTable(
    """
    password; passwords; username; user name; log in; login; logged in; sign in; signed in; sign up
    account; forgot; remember me; register; e mail address; email address; passwort; kennwort
    benutzername; anmelden; anmeldung; angemeldet; einloggen; konto; mot de passe; identifiant
    connexion; connecter; compte; mdp; contraseña; usuario; sesión; cuenta; nome utente; accedi
    account; accesso; senha; palavra passe; conta; usuário; sessão; wachtwoord; gebruikersnaam
    inloggen; hasło; hasła; logowanie; zaloguj; konta; пароль; логин; войти; войдите; вход; аккаунт
    учетной; учётной; şifre; parola; kullanıcı; giriş; oturum; hesap; hesabınız; パスワード; ログイン; サインイン
    会員; アカウント; 密码; 登录; 账号; 帐号; 用户名; 密碼; 登入; 帳號; 비밀번호; 로그인; 아이디; 계정; 회원; كلمة المرور; تسجيل الدخول
    حساب; حسابك; lösenord; logga in; adgangskode; passord; salasana; heslo
    """
  )
}
