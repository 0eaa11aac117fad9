/// Bot checks in many languages, and those without a product, written for these tests.
enum BotCheckLanguagePages {
  /// By their words and a captcha.
  static let languages: [PageFixture] = [
    PageFixture(
      "checkbox, Russian",
      #"""
      <!doctype html><html lang=ru><head><title>Вы не
      робот?</title></head><body><h1>Подтвердите, что запросы отправляли вы, а не
      робот</h1><form action="/checkcaptcha?key=1" method=post><input type=submit value="Я не
      робот"></form></body></html>
      """#
    ),
    PageFixture(
      "turnstile of a host, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Un momento…</title><meta name="robots"
      content="noindex,nofollow"></head><body><h1>Comprobando su navegador</h1><p>Verifica que
      eres humano para seguir a tienda.example.</p><div class="cf-turnstile"
      data-sitekey="x"></div></body></html>
      """#
    ),
    PageFixture(
      "hcaptcha alone, French",
      #"""
      <!doctype html><html lang=fr><head><title>Vérification de
      sécurité</title></head><body><h1>Vérifiez que vous êtes humain</h1><form
      method=post><div class="h-captcha"></div><button>Continuer</button></form></body></html>
      """#
    ),
    PageFixture(
      "recaptcha alone, Italian",
      #"""
      <!doctype html><html lang=it><head><title>Controllo di
      sicurezza</title></head><body><p>Completa il CAPTCHA per confermare che non sei un
      robot.</p><form method=post><div class="g-recaptcha"></div></form></body></html>
      """#
    ),
    PageFixture(
      "slider, Chinese",
      #"""
      <!doctype html><html lang=zh-CN><head><title>安全验证</title></head><body><div
      class="verify-wrap"><p>请完成安全验证后继续访问</p><div id="slider-verify"></div></div><script
      src="/static/captcha.js"></script></body></html>
      """#
    ),
    PageFixture(
      "verification, Chinese, traditional",
      #"""
      <!doctype html><html lang=zh-TW><head><title>請稍候...</title><meta name="robots"
      content="noindex,nofollow"></head><body><p>正在進行安全驗證,完成驗證後將自動前往網站。</p><div
      class="captcha"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Japanese",
      #"""
      <!doctype html><html lang=ja><head><title>しばらくお待ちください...</title><meta name="robots"
      content="noindex,nofollow"></head><body><h1>人間であることを確認します</h1><p>ブラウザを確認しています。</p><div
      class="cf-turnstile"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Korean",
      #"""
      <!doctype html><html lang=ko><head><title>잠시만 기다려 주세요…</title><meta name="robots"
      content="noindex,nofollow"></head><body><p>사람인지 확인하기 위해 아래 절차를 완료하세요.</p><div
      id="turnstile-widget"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Arabic",
      #"""
      <!doctype html><html lang=ar><head><title>لحظة واحدة...</title><meta name="robots"
      content="noindex,nofollow"></head><body><p>التحقق من أنك إنسان قد يستغرق هذا بضع
      ثوان.</p><div class="cf-turnstile"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Turkish",
      #"""
      <!doctype html><html lang=tr><head><title>Bir dakika lütfen...</title><meta
      name="robots" content="noindex,nofollow"></head><body><p>Devam etmek için insan
      olduğunuzu doğrulayın.</p><div class="cf-turnstile"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Polish",
      #"""
      <!doctype html><html lang=pl><head><title>Chwileczkę…</title><meta name="robots"
      content="noindex,nofollow"></head><body><p>Potwierdź, że jesteś człowiekiem, wykonując
      poniższą czynność.</p><div class="cf-turnstile"></div></body></html>
      """#
    ),
    PageFixture(
      "check, Dutch",
      #"""
      <!doctype html><html lang=nl><head><title>Een ogenblik geduld…</title><meta
      name="robots" content="noindex,nofollow"></head><body><p>Wij controleren uw browser. Dit
      duurt enkele seconden.</p><script src="/check.js"></script></body></html>
      """#
    ),
    PageFixture(
      "check, Portuguese",
      #"""
      <!doctype html><html lang=pt><head><title>Um momento…</title></head><body><p>Confirme
      que você é humano.</p><div class="g-recaptcha"></div></body></html>
      """#
    ),
    PageFixture(
      "own check without a product",
      #"""
      <!doctype html><html lang=en><head><title>Checking your
      browser</title></head><body><p>Please wait while we verify that you are human. You will
      be redirected
      automatically.</p><script>document.cookie="v=1";setTimeout(function(){location.reload()},3000)</script></body></html>
      """#
    ),
    PageFixture(
      "refused for automation",
      #"""
      <!doctype html><html lang=en><head><title>Pardon Our Interruption</title><meta
      name="robots" content="noindex,nofollow"></head><body><h1>Pardon Our
      Interruption</h1><p>As you were browsing something about your browser made us think you
      were a bot. There are a few reasons this might happen:</p><ul><li>You are a power user
      moving through this website with super-human speed.</li><li>You have disabled JavaScript
      and cookies in your web browser.</li></ul><form><div
      class="g-recaptcha"></div></form></body></html>
      """#
    ),
    PageFixture(
      "you have been blocked",
      #"""
      <!doctype html><html lang=en><head><title>Attention Required!</title><meta name="robots"
      content="noindex,nofollow"></head><body><h1>Sorry, you have been blocked</h1><p>This
      website is using a security service to protect itself from online attacks.</p><p>Ray ID:
      8a1f2c3d4e5f6789 Your IP: 192.0.2.7</p></body></html>
      """#
    ),
  ]
}
