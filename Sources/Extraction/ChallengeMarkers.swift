/// The names by which the products that make walls are known: scripts, frames, forms and fields.
///
/// They are public parts of addresses and markup that many thousand sites share; none belongs to one site.
enum ChallengeMarkers {
  /// What scripts that stand in the page say.
  ///
  /// Only what ordinary pages do not carry is a sign of a bot check.
  static let scripts = MarkerTable([
    .interstitial: """
    _cf_chl_opt __cf_chl_ orchestrate/chl_page orchestrate/jsch orchestrate/managed
    orchestrate/captcha captcha-delivery.com captcha.px-cdn.net captcha.px-cloud.net
    gokuprops awswafintegration.gettoken awswafintegration.checkforcerefresh awswafcaptcha
    sucuri_cloudproxy_js ddos-guard/js-challenge check.ddos-guard.net anubis_challenge
    /.within.website/ bm-verify _sec/cp_challenge kpsdk.start vercel/security/request-challenge
    slowaes.decrypt acw_sc__v2 security_session_verify /showcaptcha /checkcaptcha
    _qrator/ __qrator rbzns.bereshit probe_cookie_check
    """,
    .cookie: "document.cookie cookiestore.set",
    .reload: """
    location.reload location.replace location.href window.location document.location .submit()
    """,
  ])

  /// What the addresses of scripts and frames say.
  static let sources = MarkerTable([
    .interstitial: """
    orchestrate/chl_page orchestrate/jsch orchestrate/managed orchestrate/captcha
    captcha-delivery.com captcha.px-cdn.net captcha.px-cloud.net /.within.website/
    ddos-guard/js-challenge check.ddos-guard.net _sec/cp_challenge
    vercel/security/static /ips.js? /showcaptcha validate.perfdrive.com /cgi-bin/wappass
    """,
    .widgetScript: """
    recaptcha hcaptcha turnstile geetest arkoselabs funcaptcha smartcaptcha smart-captcha mcaptcha
    friendlycaptcha friendly-challenge altcha tcaptcha captcha.js captcha.min.js /captcha
    """,
    .vendor: """
    cdn-cgi/challenge-platform _incapsula_resource datadome awswaf.com perimeterx px-cdn.net
    px-cloud.net kasada /akam/ imperva
    """,
  ])

  /// What frames say that ordinary pages do not hold.
  static let frames = MarkerTable([
    .interstitial: """
    _incapsula_resource captcha-delivery.com challenges.cloudflare.com/cdn-cgi/challenge-platform
    """,
    .widget: "captcha turnstile arkoselabs",
  ])

  /// What ids, class names, names of fields and the targets of forms say.
  static let names = MarkerTable([
    .interstitial: """
    challenge-form challenge-running challenge-stage challenge-error-text cf-browser-verification
    cf-please-wait cf-challenge- cf_chl_ px-captcha sec-if-cpt sec-bc-tile anubis_challenge
    anubis_version /.within.website/ bm-verify checkcaptcha showcaptcha validatecaptcha
    checkboxcaptcha ddg-captcha ddos-guard aws-waf-captcha amzn-captcha
    """,
    .widget: """
    captcha turnstile geetest arkose mcaptcha altcha friendly-challenge slide-verify slider-verify
    verify-slider human-verification human-check bot-check botcheck antibot anti-bot robot-check
    """,
    .consentName: "consent cookiewall cookie-wall privacywall privacy-wall privacy-gate",
    .bannerName: """
    cookie-banner cookiebanner cookie_banner cookie-bar cookiebar cookie-notice cookienotice
    cookie_notice cookie-popup cookie-info cookie-law cookie-alert consent-banner consent-bar
    """,
  ])

  /// What the targets of forms say.
  static let targets = MarkerTable([
    .consentForm: "consent privacy cookie gdpr tcf/",
    .signInForm: """
    login log-in log_in logon signin sign-in sign_in /auth authenticate /sso /session saml oauth
    anmeld einloggen connexion /entrar /acceso /accedi zaloguj /giris
    """,
  ])

  /// What hidden fields say.
  static let fields = MarkerTable([
    .handOver: "samlrequest samlresponse wresult relaystate"
  ])

  /// What fields for the answer of a captcha are called.
  static let answers = MarkerTable([
    .widget: "captcha verif vcode checkcode authcode answer"
  ])
}
