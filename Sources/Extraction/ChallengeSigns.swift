/// What the tags of a page show of the things that walls are made of.
struct ChallengeSigns: Sendable, Equatable {
  var marks: ChallengeMarks = []
  /// Fields for a password, but for those in headers, menus, asides and footers.
  var passwords = 0
  /// Visible fields for text of any other kind, but for searches.
  var fields = 0
  /// Links to anywhere.
  var links = 0
  /// What the buttons say that are `<input>`s, at most forty of them.
  var buttons: [[UInt8]] = []
}

/// The signs that are there or not.
struct ChallengeMarks: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// A script, frame or form that stands on the pages of a bot check alone.
  static let interstitial = ChallengeMarks(rawValue: 1 << 0)
  /// An element for a captcha.
  static let widget = ChallengeMarks(rawValue: 1 << 1)
  /// A script for captchas.
  static let widgetScript = ChallengeMarks(rawValue: 1 << 2)
  /// A script against bots that ordinary pages carry as well.
  static let vendor = ChallengeMarks(rawValue: 1 << 3)
  /// A script on the page sets or reads a cookie.
  static let cookie = ChallengeMarks(rawValue: 1 << 4)
  /// A script on the page loads it again, or sends a form.
  static let reload = ChallengeMarks(rawValue: 1 << 5)
  /// A form that sends a consent.
  static let consentForm = ChallengeMarks(rawValue: 1 << 6)
  /// An element that is named after consent.
  static let consentName = ChallengeMarks(rawValue: 1 << 7)
  /// An element that is named as a notice beside a page.
  static let bannerName = ChallengeMarks(rawValue: 1 << 8)
  /// A form that leads to a log-in.
  static let signInForm = ChallengeMarks(rawValue: 1 << 9)
  /// A hidden field by which one server hands a reader over to another one's log-in.
  static let handOver = ChallengeMarks(rawValue: 1 << 10)
  /// The page asks search engines to pass it over.
  static let noIndex = ChallengeMarks(rawValue: 1 << 11)
  /// The page loads itself again by a meta.
  static let refresh = ChallengeMarks(rawValue: 1 << 12)
  /// The page holds a script of any kind.
  static let script = ChallengeMarks(rawValue: 1 << 13)
}
