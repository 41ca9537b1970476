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
		{"a season takes its year from the one it is listed with", "In October 1951, the bridge held. Its builders saw the spring and early summer of 1953 in tents.",
			"October 1951=1951-10; the spring=1953-SP; early summer of 1953=1953-SU"},
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
		wantResolved(t, c.name, c.text, c.want, "en", "2012-05-10", Narrative)
	}
}

func TestNarrativeIsKnownFromTheText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a siege", "The siege began on 3 June 1702. On the 16th a wall fell. On the night of the 20th the besiegers attacked, and the following morning the lower town was theirs. " +
			"By the end of the month the governor asked for terms. At dawn on 10 July the gates were opened. In August plague broke out. It lasted until the spring of 1703. " +
			"The previous siege, in 1688, had been shorter. In May the duke left.",
			"3 June 1702=1702-06-03; the 16th=1702-06-16; the night of the 20th=1702-06-20TNI; the following morning=1702-06-21TMO; the end of the month=1702-06; " +
				"dawn=1702-07-10TMO; 10 July=1702-07-10; August=1702-08; the spring of 1703=1703-SP; 1688=1688; May=1703-05"},
		{"a life", "She was born on 4 November 1860. She left the college in June 1883. In September she sailed. By the end of the year she had recovered. In January she began to teach. She died on the 9th of May 1901.",
			"4 November 1860=1860-11-04; June 1883=1883-06; September=1883-09; the end of the year=1883; January=1884-01; the 9th of May 1901=1901-05-09"},
		{"half a year tells its year", "The firm was sold in March 1938. The next year was its best. In the first half of 1940 it built none. On 14 November the town was bombed. It closed in 1951.",
			"March 1938=1938-03; The next year=1939; the first half of 1940=1940-H1; 14 November=1940-11-14; 1951=1951"},
		{"news with a past is none", "The firm was founded in 1951. It was sold in 1960 and in 1988. It opened a second shop in March, and said on Tuesday that it would open a third in July.",
			"1951=1951; 1960=1960; 1988=1988; March=2012-03; Tuesday=2012-05-08; July=2012-07"},
	} {
		wantResolved(t, c.name, c.text, c.want, "en", "2012-05-10", AutoMode)
	}
}
