/// What the support score must know of a language beside its words.
struct LanguageTraits {
  /// Words are joined into one: "Krankenhaus".
  let hasCompounds: Bool
  /// Names have endings, as in Slavic languages.
  let inflectsNames: Bool
  /// All nouns have capitals, not only names.
  let capitalisesNouns: Bool
  /// Particles are written together with the word before them.
  let hasParticles: Bool
  /// Neither capitals nor anything else tells names from other words.
  let hidesNames: Bool
  /// How many characters stand for a word in its script, if that has no spaces.
  let gramLength: Int

  init(_ language: String) {
    hasCompounds = ["de", "nl", "sv", "da", "no", "fi", "hu"].contains(language)
    inflectsNames = [
      "ru", "uk", "bg", "pl", "cs", "sk", "sr", "hr", "sl", "lt", "lv", "et", "fi", "hu", "tr",
      "el",
      "la", "ro", "hy", "ka",
    ].contains(language)
    capitalisesNouns = language == "de"
    hasParticles = language == "ko"
    hidesNames = ["ar", "fa", "ur", "he", "hi", "ne", "bn", "ta", "ko", "am"].contains(language)
    gramLength = ["th", "lo", "km", "my"].contains(language) ? 3 : 2
  }
}
