/// Pages that carry parts of walls and are none, written for these tests.
enum OrdinaryPages {
  /// Articles, errors and forms.
  static let pages: [PageFixture] = [
    PageFixture(
      "article with every script of a bot check",
      #"""
      <!doctype html><html lang=en><head><title>A new bridge</title></head><body><h1>A new
      bridge</h1><p>The council met on Tuesday evening to talk about the new bridge, and most
      members spoke in favour of the cheaper plan.</p><p>Work is to begin in May, when the
      river is low, and should be over before the first frost of the following
      winter.</p><p>Two neighbours had asked for a wall against the noise; the engineers
      promised to measure it again after the opening.</p><p>The old bridge will be kept for
      walkers and cyclists, who had feared a long way round through the industrial
      estate.</p><script
      src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script><script>window._cf_chl_opt={}</script><div
      id="px-captcha"></div><script
      src="https://www.google.com/recaptcha/api.js"></script></body></html>
      """#
    ),
    PageFixture(
      "article with a cookie banner",
      #"""
      <!doctype html><html lang=en><head><title>A new bridge</title></head><body><h1>A new
      bridge</h1><p>The council met on Tuesday evening to talk about the new bridge, and most
      members spoke in favour of the cheaper plan.</p><p>Work is to begin in May, when the
      river is low, and should be over before the first frost of the following
      winter.</p><p>Two neighbours had asked for a wall against the noise; the engineers
      promised to measure it again after the opening.</p><p>The old bridge will be kept for
      walkers and cyclists, who had feared a long way round through the industrial
      estate.</p><div><p>We use cookies and data. We and our partners need your consent before
      you continue.</p><button>Accept all</button><button>Reject
      all</button></div></body></html>
      """#
    ),
    PageFixture(
      "article with a log-in to comment",
      #"""
      <!doctype html><html lang=en><head><title>A new bridge</title></head><body><h1>A new
      bridge</h1><p>The council met on Tuesday evening to talk about the new bridge, and most
      members spoke in favour of the cheaper plan.</p><p>Work is to begin in May, when the
      river is low, and should be over before the first frost of the following
      winter.</p><p>Two neighbours had asked for a wall against the noise; the engineers
      promised to measure it again after the opening.</p><p>The old bridge will be kept for
      walkers and cyclists, who had feared a long way round through the industrial
      estate.</p><div id=comments><p>You must be logged in to post a comment.</p><form
      action="/login" method=post><label>Email<input name=u></label><label>Password<input
      type=password name=p></label><button>Log in</button></form></div></body></html>
      """#
    ),
    PageFixture(
      "short note with a log-in to comment",
      #"""
      <!doctype html><html lang=en><head><title>Note</title></head><body><article><h1>Note on
      the bridge</h1><p>The council met on Tuesday evening to talk about the new bridge, and
      most members spoke in favour of the cheaper plan.</p></article><div><p>Please log in to
      comment.</p><form action="/login" method=post><label>Email<input
      name=u></label><label>Password<input type=password name=p></label><button>Log
      in</button></form></div></body></html>
      """#
    ),
    PageFixture(
      "newsletter with a captcha",
      #"""
      <!doctype html><html lang=en><head><title>A new bridge</title></head><body><h1>A new
      bridge</h1><p>The council met on Tuesday evening to talk about the new bridge, and most
      members spoke in favour of the cheaper plan.</p><p>Work is to begin in May, when the
      river is low, and should be over before the first frost of the following
      winter.</p><p>Two neighbours had asked for a wall against the noise; the engineers
      promised to measure it again after the opening.</p><p>The old bridge will be kept for
      walkers and cyclists, who had feared a long way round through the industrial
      estate.</p><form><input type=email name=email><div
      class="g-recaptcha"></div><button>Subscribe</button></form></body></html>
      """#
    ),
    PageFixture(
      "paywalled teaser",
      #"""
      <!doctype html><html lang=en><head><title>The bridge and its price |
      Courier</title></head><body><article><h1>The bridge and its price</h1><p>The council met
      on Tuesday evening to talk about the new bridge, and most members spoke in favour of the
      cheaper plan.</p><p>Work is to begin in May, when the river is low, and should be over
      before the first frost of the following winter.</p></article><div class=paywall><h2>Log
      in to continue</h2><p>Subscribe to read on.</p><form action="/login"
      method=post><label>Email<input name=u></label><label>Password<input type=password
      name=p></label><button>Log in</button></form></div></body></html>
      """#
    ),
    PageFixture(
      "teaser without an article element, German",
      #"""
      <!doctype html><html lang=de><head><title>Die Brücke und ihr Preis |
      Kurier</title></head><body><h1>Die Brücke und ihr Preis</h1><p>Der Rat hat am
      Dienstagabend lange über die neue Brücke gesprochen, die meisten waren für den
      günstigeren Plan.</p><p>Im Mai soll gebaut werden, wenn der Fluss wenig Wasser führt,
      und vor dem ersten Frost soll alles fertig sein.</p><div><p>Weiterlesen mit Abo. Bereits
      Abonnent? Bitte anmelden.</p><a href="/login">Anmelden</a></div></body></html>
      """#
    ),
    PageFixture(
      "cookie recipe with a banner",
      #"""
      <!doctype html><html lang=en><head><title>Oat cookies</title></head><body><h1>Oat
      cookies</h1><p>Mix oats, butter and sugar, form small cookies and bake them for twelve
      minutes until they are golden.</p><p>Let the cookies cool on a rack before you serve
      them with milk.</p><div><p>This site uses
      cookies.</p><button>OK</button></div></body></html>
      """#
    ),
    PageFixture(
      "page not found",
      #"""
      <!doctype html><html lang=en><head><title>404 Not Found</title></head><body><h1>Not
      Found</h1><p>The requested URL was not found on this server.</p></body></html>
      """#
    ),
    PageFixture(
      "page not found with a log-in in the header",
      #"""
      <!doctype html><html lang=en><head><title>Page not found | Board</title><meta
      name="robots" content="noindex,nofollow"></head><body><div class=top><form
      action="/login" method=post><label>Email<input name=u></label><label>Password<input
      type=password name=p></label><button>Log in</button></form></div><h1>Page not
      found</h1><p>The page you asked for does not exist or was moved to another place by its
      author.</p><a href="/">Home</a></body></html>
      """#
    ),
    PageFixture(
      "ordinary refusal",
      #"""
      <!doctype html><html lang=en><head><title>403
      Forbidden</title></head><body><center><h1>403
      Forbidden</h1></center><hr><center>nginx</center></body></html>
      """#
    ),
    PageFixture(
      "ordinary refusal in words",
      #"""
      <!doctype html><html lang=en><head><title>Access denied</title></head><body><h1>Access
      denied</h1><p>You are not authorised to access this page. Ask the owner for
      permission.</p></body></html>
      """#
    ),
    PageFixture(
      "refusal of a directory",
      #"""
      <!doctype html><html lang=en><head><title>403
      Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access
      this resource.</p><hr><address>Apache/2.4.57 Server at www.example.org Port
      443</address></body></html>
      """#
    ),
    PageFixture(
      "too many requests",
      #"""
      <!doctype html><html lang=en><head><title>429 Too Many
      Requests</title></head><body><h1>Too Many Requests</h1><p>You have sent too many
      requests in a given amount of time. Try again in 60 seconds.</p></body></html>
      """#
    ),
    PageFixture(
      "maintenance",
      #"""
      <!doctype html><html lang=en><head><title>Under maintenance</title><meta
      http-equiv="refresh" content="60"></head><body><h1>We will be back soon</h1><p>The site
      is down for maintenance. Please try again in a few minutes.</p></body></html>
      """#
    ),
    PageFixture(
      "service unavailable with a request's number",
      #"""
      <!doctype html><html lang=en><head><title>503 Service
      Unavailable</title></head><body><h1>Service Unavailable</h1><p>No healthy backend.
      Request ID: 7f3a99c1-0042</p></body></html>
      """#
    ),
    PageFixture(
      "application shell",
      #"""
      <!doctype html><html lang=en><head><title>Dashboard</title></head><body><noscript>You
      need to enable JavaScript to run this app.</noscript><div id=root></div><script
      src="/static/js/main.3f2a.js"></script></body></html>
      """#
    ),
    PageFixture(
      "application shell with a cookie notice",
      #"""
      <!doctype html><html lang=en><head><title>Dashboard</title></head><body><div
      id=root></div><div class="cookie-banner"><p>We and our partners use cookies to make this
      site work better for you.</p><button>Accept</button><button>Reject</button></div><script
      src="/app.js"></script></body></html>
      """#
    ),
    PageFixture(
      "contact form with a captcha",
      #"""
      <!doctype html><html
      lang=en><head><title>Contact</title></head><body><h1>Contact</h1><p>Write to us, we
      answer within two days.</p><form><input name=name><input type=email name=email><textarea
      name=m></textarea><div
      class="g-recaptcha"></div><button>Send</button></form></body></html>
      """#
    ),
    PageFixture(
      "landing page with a captcha",
      #"""
      <!doctype html><html lang=en><head><title>Stay informed</title><meta name="robots"
      content="noindex,nofollow"></head><body><h1>Stay informed</h1><p>Get our letter once a
      month.</p><form><input type=email name=email><div
      class="h-captcha"></div><button>Subscribe</button></form></body></html>
      """#
    ),
    PageFixture(
      "short poem named as a check",
      #"""
      <!doctype html><html lang=en><head><title>Just a
      moment</title></head><body><article><h1>Just a moment</h1><p>The kettle sings, the
      window steams,<br>a bus goes by with sleepy dreams.</p><p>Just a moment, says the
      light,<br>and stays a little into night.</p></article></body></html>
      """#
    ),
    PageFixture(
      "short news with a script and a tempting title",
      #"""
      <!doctype html><html lang=en><head><title>Security check at the airport takes an
      hour</title></head><body><h1>Security check at the airport takes an
      hour</h1><p>Passengers waited for more than an hour on Friday because only two of nine
      lanes were open, the operator
      said.</p><script>document.cookie="a=1";if(x)location.reload()</script></body></html>
      """#
    ),
    PageFixture(
      "keyword captcha on a blog",
      #"""
      <!doctype html><html lang=en><head><title>My notes</title></head><body><div class="post
      tag-captcha category-captcha"><h1>Spam again</h1><p>I had to switch the comments off
      because the spam of this week was more than I could delete in an
      hour.</p></div></body></html>
      """#
    ),
    PageFixture(
      "forum thread with a log-in box",
      #"""
      <!doctype html><html lang=en><head><title>Best bike lock? -
      Board</title></head><body><div><form action="/login" method=post><label>Email<input
      name=u></label><label>Password<input type=password name=p></label><button>Log
      in</button></form></div><h1>Best bike lock?</h1><div><p>Mine was cut in two minutes last
      week. Which lock do you use in the city?</p></div><div><p>A heavy chain, and two locks
      of different makers.</p></div></body></html>
      """#
    ),
    PageFixture(
      "a product with a vendor's script",
      #"""
      <!doctype html><html lang=en><head><title>Blue chair</title></head><body><h1>Blue
      chair</h1><p>A sturdy chair of beech wood, painted blue.</p><p>Price: 49
      euros</p><button>Add to basket</button><script
      src="https://js.datadome.co/tags.js"></script><script
      src="/_Incapsula_Resource?SWJIYLWA=7"></script></body></html>
      """#
    ),
    PageFixture(
      "a historic moment, Spanish",
      #"""
      <!doctype html><html lang=es><head><title>Un momento histórico para la
      ciudad</title></head><body><h1>Un momento histórico para la ciudad</h1><p>El nuevo
      puente se abrió el martes con una fiesta a la que vinieron miles de vecinos de los dos
      barrios.</p><p>Las obras duraron tres
      años.</p><script>document.cookie="a";location.href</script></body></html>
      """#
    ),
  ]
}
