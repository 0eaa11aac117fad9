/// Log-in walls written for these tests.
enum SignInPages {
  /// In many languages.
  static let pages: [PageFixture] = [
    PageFixture(
      "log-in, English",
      #"""
      <!doctype html><html lang=en><head><title>Log in to Example</title></head><body><h1>Log
      in</h1><form action="/login" method=post><label>Email<input
      name=u></label><label>Password<input type=password name=p></label><button>Log
      in</button></form><a href="/forgot">Forgot password?</a></body></html>
      """#
    ),
    PageFixture(
      "log-in wall over a post",
      #"""
      <!doctype html><html lang=en><head><title>Sign in |
      Network</title></head><body><header><a href="/">Network</a></header><h2>Sign in to
      continue</h2><p>Please sign in to see this page.</p><form action="/login"
      method=post><label>Email<input name=u></label><label>Password<input type=password
      name=p></label><button>Sign in</button></form></body></html>
      """#
    ),
    PageFixture(
      "members only without a form",
      #"""
      <!doctype html><html lang=en><head><title>Login required -
      Forum</title></head><body><p>You must be logged in to view this page.</p><a
      href="/login">Log in</a></body></html>
      """#
    ),
    PageFixture(
      "log-in, German",
      #"""
      <!doctype html><html lang=de><head><title>Anmelden –
      Portal</title></head><body><h1>Anmelden</h1><form action="/anmelden"
      method=post><label>Benutzername<input name=u></label><label>Passwort<input type=password
      name=p></label><button>Anmelden</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in wall, French",
      #"""
      <!doctype html><html lang=fr><head><title>Connexion</title></head><body><p>Veuillez vous
      connecter pour accéder à cette page.</p><form action="/connexion"
      method=post><label>Identifiant<input name=u></label><label>Mot de passe<input
      type=password name=p></label><button>Se connecter</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in wall, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Iniciar sesión</title></head><body><p>Inicia
      sesión para continuar</p><form action="/acceso" method=post><label>Usuario<input
      name=u></label><label>Contraseña<input type=password
      name=p></label><button>Entrar</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Italian",
      #"""
      <!doctype html><html lang=it><head><title>Accedi</title></head><body><form
      action="/accedi" method=post><label>Utente<input name=u></label><label>Password<input
      type=password name=p></label><button>Accedi</button></form><a href="/r">Password
      dimenticata?</a></body></html>
      """#
    ),
    PageFixture(
      "log-in, Portuguese",
      #"""
      <!doctype html><html lang=pt><head><title>Entrar</title></head><body><p>Faça login para
      continuar.</p><form action="/entrar" method=post><label>Usuário<input
      name=u></label><label>Senha<input type=password
      name=p></label><button>Entrar</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Dutch",
      #"""
      <!doctype html><html lang=nl><head><title>Inloggen</title></head><body><p>U moet
      inloggen om deze pagina te bekijken.</p><form action="/login"
      method=post><label>Gebruikersnaam<input name=u></label><label>Wachtwoord<input
      type=password name=p></label><button>Inloggen</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Polish",
      #"""
      <!doctype html><html lang=pl><head><title>Logowanie</title></head><body><p>Zaloguj się,
      aby kontynuować.</p><form action="/login" method=post><label>Login<input
      name=u></label><label>Hasło<input type=password name=p></label><button>Zaloguj
      się</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Russian",
      #"""
      <!doctype html><html lang=ru><head><title>Вход</title></head><body><p>Войдите, чтобы
      продолжить.</p><form action="/auth" method=post><label>Логин<input
      name=u></label><label>Пароль<input type=password
      name=p></label><button>Войти</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Turkish",
      #"""
      <!doctype html><html lang=tr><head><title>Giriş Yap</title></head><body><p>Devam etmek
      için giriş yapın.</p><form action="/login" method=post><label>E-posta<input
      name=u></label><label>Şifre<input type=password name=p></label><button>Giriş
      yap</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Japanese",
      #"""
      <!doctype html><html
      lang=ja><head><title>ログイン</title></head><body><p>このページを見るにはログインしてください。</p><form
      action="/login" method=post><label>メール<input name=u></label><label>パスワード<input
      type=password name=p></label><button>ログイン</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Chinese",
      #"""
      <!doctype html><html lang=zh><head><title>登录</title></head><body><p>请先登录后再查看内容。</p><form
      action="/login" method=post><label>用户名<input name=u></label><label>密码<input
      type=password name=p></label><button>登录</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Korean",
      #"""
      <!doctype html><html lang=ko><head><title>로그인</title></head><body><p>로그인이 필요한
      서비스입니다.</p><form action="/login" method=post><label>아이디<input
      name=u></label><label>비밀번호<input type=password
      name=p></label><button>로그인</button></form></body></html>
      """#
    ),
    PageFixture(
      "log-in, Arabic",
      #"""
      <!doctype html><html lang=ar><head><title>تسجيل الدخول</title></head><body><p>يجب تسجيل
      الدخول لعرض هذه الصفحة.</p><form action="/login" method=post><label>البريد<input
      name=u></label><label>كلمة المرور<input type=password
      name=p></label><button>دخول</button></form></body></html>
      """#
    ),
    PageFixture(
      "handed over to another server",
      #"""
      <html><body onload="document.forms[0].submit()"><form method=post
      action="https://idp.example/sso"><input type=hidden name=SAMLRequest
      value="PHNhbWw"><input type=hidden name=RelayState value=1><noscript><p>Press Continue
      to proceed.</p><input type=submit value=Continue></noscript></form></body></html>
      """#
    ),
    PageFixture(
      "first step of a log-in",
      #"""
      <!doctype html><html lang=en><head><title>Sign in - Accounts</title><meta name="robots"
      content="noindex,nofollow"></head><body><h1>Sign in</h1><p>Use your account</p><form
      action="/signin/identifier"><input type=email
      name=identifier><button>Next</button></form><a href="/signup">Create
      account</a></body></html>
      """#
    ),
  ]
}
