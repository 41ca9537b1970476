package timeline

import "testing"

func TestNarrative(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"by looks ahead of the date told", "The garrison counted 300 men in March 1871. It had grown to 900 by December.",
			"March 1871=1871-03; December=1871-12"},
		{"a month goes to the nearest year otherwise", "The bridge was begun in March 1871. The stone came in December from the north.",
			"March 1871=1871-03; December=1870-12"},
		{"what had happened before moves no story", "In May 1944, they crossed the lake and met the men who had landed in late 1943. In June, the port fell.",
			"May 1944=1944-05; late 1943=1943; June=1944-06"},
		{"a date that qualifies a noun moves no story", "In May 1907, prices passed the June 1905 high. In September, they fell.",
			"May 1907=1907-05; June 1905=1905-06; September=1907-09"},
		{"a comparison moves no story", "In January 1892, the harvest was half that of the previous year. In February, bread ran out.",
			"January 1892=1892-01; the previous year=1891; February=1892-02"},
		{"the year of a day, told again, keeps the day", "On June 2, 1941, the fleet sailed. On December 7 (a Sunday), 1941, it was struck. In January, the island fell.",
			"June 2, 1941=1941-06-02; December 7=1941-12-07; Sunday=1941-12-07; 1941=1941; January=1942-01"},
		{"a season takes its year from the one it is listed with", "In October 1941, the line held. They spent the spring and early summer of 1943 in camps.",
			"October 1941=1941-10; the spring=1943-SP; early summer of 1943=1943-SU"},
		{"a season from a date in it", "The line held until late 1941. Their great summer offensive began in June 1942.",
			"late 1941=1941; summer=1942-SU; June 1942=1942-06"},
		{"months on both sides of a slash", "In 1958, it ended. In August/September 1956, the council had met in a valley.",
			"1958=1958; August=1956-08; September 1956=1956-09"},
		{"a digression ends with its paragraph", "On April 9, 1903, the city fell. The statue was pulled down. In November 1908, others did the same abroad.\n\nOn April 15, the war was declared over.",
			"April 9, 1903=1903-04-09; November 1908=1908-11; April 15=1903-04-15"},
		{"a clock time, a place, its day", "On July 10, 1902, scouts came. At 5:34 AM Strelsau time on March 20, 1903, the war began.",
			"July 10, 1902=1902-07-10; 5:34 AM=1903-03-20T05:34; March 20, 1903=1903-03-20"},
		{"this day is the one told", "On 7 February 1965, the bridge was blown up. From this day the road was closed. That evening, the lake froze.",
			"7 February 1965=1965-02-07; this day=1965-02-07; That evening=1965-02-07TEV"},
	} {
		if got := resolved(t, c.text, "en", "2012-05-10", Narrative); got != c.want {
			t.Errorf("%s\n  text %s\n  got  %s\n  want %s", c.name, c.text, got, c.want)
		}
	}
}
