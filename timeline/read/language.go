package read

import "strings"

// languageNames are the names of languages in press exports, lower case.
var languageNames = []struct{ name, code string }{
	{"français", "fr"}, {"francais", "fr"}, {"french", "fr"}, {"anglais", "en"}, {"english", "en"}, {"allemand", "de"}, {"german", "de"}, {"deutsch", "de"},
	{"espagnol", "es"}, {"spanish", "es"}, {"español", "es"}, {"italien", "it"}, {"italian", "it"}, {"italiano", "it"}, {"portugais", "pt"}, {"portuguese", "pt"},
	{"néerlandais", "nl"}, {"dutch", "nl"}, {"russe", "ru"}, {"russian", "ru"}, {"arabe", "ar"}, {"arabic", "ar"}, {"chinois", "zh"}, {"chinese", "zh"},
	{"fra", "fr"}, {"fre", "fr"}, {"eng", "en"}, {"deu", "de"}, {"ger", "de"}, {"spa", "es"}, {"ita", "it"}, {"por", "pt"},
}

// primaryLanguage is the BCP 47 code of a language without its region:
// "fr_FR", "FR", "French" and "fra" are all "fr". What is no language is "".
func primaryLanguage(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, l := range languageNames {
		if l.name == s {
			return l.code
		}
	}
	tag, _, _ := strings.Cut(languageTag(s), "-")
	return tag
}
