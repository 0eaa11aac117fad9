/// Bot checks written for these tests, in the manner of many products.
enum BotCheckPages {
  /// By the products' own parts.
  static let products: [PageFixture] = [
    PageFixture(
      "orchestrated check, English",
      #"""
      <!doctype html><html lang=en><head><title>Just a moment...</title><meta name="robots"
      content="noindex,nofollow"></head><body><noscript><p id="challenge-error-text">Enable
      JavaScript and cookies to
      continue</p></noscript><script>window._cf_chl_opt={cType:"managed"};var
      s=document.createElement("script");s.src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1";</script></body></html>
      """#
    ),
    PageFixture(
      "orchestrated check, German",
      #"""
      <!doctype html><html lang=de><head><title>Einen Moment bitte ...</title><meta
      name="robots" content="noindex,nofollow"></head><body><h1>beispiel.example</h1><p>Wir
      prüfen Ihren Browser, bevor es weitergeht.</p><form id="challenge-form"
      method=post></form></body></html>
      """#
    ),
    PageFixture(
      "old five seconds",
      #"""
      <!doctype html><html lang=en><head><title>DDoS protection</title></head><body><div
      id="cf-please-wait"><h1>Checking your browser before accessing shop.example</h1><p>This
      process is automatic. Your browser will show the page soon.</p></div><form action="/x"
      id="challenge-form"></form></body></html>
      """#
    ),
    PageFixture(
      "captcha frame on an empty page",
      #"""
      <!doctype html><html lang=en><head><title>shop.example</title></head><body><p>Please
      enable JS and disable any ad blocker</p><script>var
      dd={"host":"geo.captcha-delivery.com"}</script><script
      src="https://ct.captcha-delivery.com/c.js"></script></body></html>
      """#
    ),
    PageFixture(
      "press and hold",
      #"""
      <!doctype html><html lang=en><head><title>Access to this page has been
      denied</title></head><body><h1>Press &amp; Hold to confirm you are a human</h1><div
      id="px-captcha"></div><p>Reference ID 7c1b-22af-9901</p></body></html>
      """#
    ),
    PageFixture(
      "frame of a firewall",
      #"""
      <!doctype html><html lang=en><head><title></title><meta name="ROBOTS" content="NOINDEX,
      NOFOLLOW"></head><body><iframe id="main-iframe"
      src="/_Incapsula_Resource?SWUDNSAI=31&amp;xinfo=1">Request unsuccessful. Incapsula
      incident ID: 0-123456789</iframe></body></html>
      """#
    ),
    PageFixture(
      "token of a cloud's firewall",
      #"""
      <!doctype html><html lang=en><head><title>Human Verification</title></head><body><div
      id="captcha-container"></div><script>window.gokuProps={key:"a"};AwsWafIntegration.getToken().then(function(){window.location.reload(true)})</script></body></html>
      """#
    ),
    PageFixture(
      "proof of work",
      #"""
      <!doctype html><html lang=en><head><title>Making sure you're not a
      bot!</title></head><body><main><h1>Making sure you're not a
      bot!</h1><p>Loading...</p><p>You are seeing this because the administrator of this
      website protects it against scraping by companies.</p></main><script
      id="anubis_challenge" type="application/json">{"d":4}</script><script
      src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script></body></html>
      """#
    ),
    PageFixture(
      "interstitial with a verification script",
      #"""
      <!doctype html><html lang=en><head><title></title><meta http-equiv="refresh" content="5;
      URL='/?bm-verify=AAQ'"></head><body><script>var i=1;var j=i+Number("12");var xhr=new
      XMLHttpRequest();xhr.send(JSON.stringify({"bm-verify":"AAQ"}));</script><noscript></noscript></body></html>
      """#
    ),
    PageFixture(
      "container of a sensor",
      #"""
      <!doctype html><html lang=en><head><title>Challenge Validation</title></head><body><div
      id="sec-if-cpt-container"></div><script
      src="/_sec/cp_challenge/ak.js"></script></body></html>
      """#
    ),
    PageFixture(
      "website firewall",
      #"""
      <!doctype html><html lang=en><head><title>You are being
      redirected...</title></head><body><noscript>Javascript is required. Please enable
      javascript before you are allowed to see this page.</noscript><script>var
      s={},u;sucuri_cloudproxy_js="";document.cookie="a=1";location.reload();</script></body></html>
      """#
    ),
    PageFixture(
      "guard",
      #"""
      <!doctype html><html lang=en><head><title>DDOS-GUARD</title></head><body><p>Checking
      your browser before accessing forum.example</p><script
      src="/.well-known/ddos-guard/js-challenge/index.js"></script></body></html>
      """#
    ),
    PageFixture(
      "cookie set by a cipher",
      #"""
      <html><body><script src="/aes.js"></script><script>function
      toNumbers(d){}document.cookie="__test="+toHex(slowAES.decrypt(c,2,a,b))+";
      path=/";location.href="http://a.example/?i=1";</script><noscript>This site requires
      Javascript to work</noscript></body></html>
      """#
    ),
    PageFixture(
      "nothing but a cookie and a reload",
      #"""
      <html><head></head><body><script>document.cookie="k=3f2a;path=/";window.location.reload();</script></body></html>
      """#
    ),
    PageFixture(
      "refused by a gateway",
      #"""
      <!doctype html><html lang=en><head><title>Request Rejected</title></head><body>The
      requested URL was rejected. Please consult with your administrator.<br><br>Your support
      ID is: 1157399202817261625<br><a href='javascript:history.back();'>[Go
      Back]</a></body></html>
      """#
    ),
    PageFixture(
      "refused at the edge",
      #"""
      <!doctype html><html lang=en><head><title>Access Denied</title></head><body><h1>Access
      Denied</h1>You don't have permission to access "http://www.shop.example/" on this
      server.<p>Reference
      #18.2d351ab8.1557333295.a4e16ab<p>https://errors.edgesuite.net/18.2d351ab8.1557333295.a4e16ab</body></html>
      """#
    ),
    PageFixture(
      "unusual traffic",
      #"""
      <!doctype html><html lang=en><head><title>https://search.example/?q=a</title><meta
      name="robots" content="noindex,nofollow"></head><body><form id="captcha-form"
      action="index" method="post"><div id="recaptcha" class="g-recaptcha"
      data-sitekey="k"></div><input type=hidden name=q value=1></form><p>Our systems have
      detected unusual traffic from your computer network. This page checks to see if it is
      really you sending the requests, and not a robot.</p></body></html>
      """#
    ),
    PageFixture(
      "type the characters",
      #"""
      <!doctype html><html lang=en><head><title>Robot Check</title></head><body><h4>Enter the
      characters you see below</h4><p>Sorry, we just need to make sure you are not a
      robot.</p><form action="/errors/validateCaptcha"><img src="/c.jpg"><input type=text
      name="field-keywords"><button>Continue shopping</button></form></body></html>
      """#
    ),
  ]
}
