/// Walls written after descriptions that others gave of them, when the weights were chosen.
enum HeldBackWalls {
  /// Bot checks.
  static let botChecks: [PageFixture] = [
    PageFixture(
      "waiting screen of a security platform",
      #"""
      <!doctype html><html lang=en><head><title>Vercel Security
      Checkpoint</title></head><body><div><p>We're verifying your browser</p><noscript>Enable
      JavaScript to continue</noscript></div><script
      src="/.well-known/vercel/security/static/challenge.v2.min.js"></script></body></html>
      """#
    ),
    PageFixture(
      "captcha screen of a delivery network",
      #"""
      <!doctype html><html lang=en><head><title>Site verification</title></head><body><h1>Site
      verification</h1><p>We detected unusual activity from your network. Complete the captcha
      below to get back to the site.</p><div class="captcha-box"></div></body></html>
      """#
    ),
    PageFixture(
      "puzzle with a held button",
      #"""
      <!doctype html><html lang=en><head><title>Human check</title></head><body><p>This
      request seems a bit unusual, so we need to confirm that you're human. Press and hold the
      button until it turns green.</p><div
      id="holdCaptcha"></div><p>a00f03ed-3bfa-4660-9a19</p></body></html>
      """#
    ),
    PageFixture(
      "script check of a host, without words",
      #"""
      <html><head><meta charset=utf-8></head><body onload="go()"><form id=f method=post
      action="/z"><input type=hidden name=t value=1></form><script>function
      go(){document.cookie="_x="+(7*6);document.forms[0].submit()}</script></body></html>
      """#
    ),
    PageFixture(
      "firewall of a plugin",
      #"""
      <!doctype html><html lang=en><head><title>Your access to this site has been
      limited</title><meta name="robots" content="noindex,nofollow"></head><body><h1>Your
      access to this site has been limited by the site owner</h1><p>Your access to this
      service has been limited. (HTTP response code 503)</p><p>If you think you have been
      blocked in error, contact the owner of this site.</p><p>Block Technical Data: Block ID:
      99ab12cd34</p></body></html>
      """#
    ),
  ]

  /// Log-in walls.
  static let signIns: [PageFixture] = [
    PageFixture(
      "wall of a social network",
      #"""
      <!doctype html><html lang=en><head><title>Log in or sign up to
      view</title></head><body><div><a href="/">net</a></div><h2>See more on Net</h2><form
      action="/login/device-based/regular/login/"><input type=text name=email><input
      type=password name=pass><button>Log In</button></form><div><a href="/reg">Create new
      account</a></div></body></html>
      """#
    ),
    PageFixture(
      "university's single sign-on",
      #"""
      <!doctype html><html lang=en><head><title>University Web Login
      Service</title></head><body><h1>Login to Library Catalogue</h1><form
      action="/idp/profile/SAML2/Redirect/SSO" method=post><label>NetID<input
      name=u></label><label>Password<input type=password
      name=p></label><button>Login</button></form><p>Forgot your password?</p></body></html>
      """#
    ),
  ]

  /// Consent walls.
  static let consents: [PageFixture] = [
    PageFixture(
      "hard cookie wall of a manager",
      #"""
      <!doctype html><html lang=en><head><title>Cookie wall</title></head><body><div
      id="cmpbox"><h2>Welcome</h2><p>To use this website you must agree that we and our
      partners process personal data and set cookies on your device.</p><a role=button
      href="#">Accept</a><a role=button href="#">Settings</a><a href="/imprint">Imprint</a><a
      href="/privacy">Privacy policy</a></div></body></html>
      """#
    ),
    PageFixture(
      "contract or consent, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Diario – Elige</title></head><body><h1>Acepta
      o suscríbete</h1><p>Con tu consentimiento, nosotros y nuestros socios usamos cookies
      para mostrar publicidad personalizada.</p><button>Aceptar y continuar</button><p>Lee sin
      publicidad por 2 euros al mes.</p><button>Suscribirse</button></body></html>
      """#
    ),
  ]
}
