package timeline

import "testing"

func TestDaysToCome(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an hour to come is of the day to come", "The comet will pass on Friday. Found a year ago, it will be nearest at 2 p.m. that day.",
			"Friday=2024-06-21; a year ago=2023; 2 p.m.=2024-06-21T14:00; that day=2024-06-21"},
		{"an hour of long ago has no day", "The last one, in June 1908, felled the trees. It came at 7 a.m. with a roar.",
			"June 1908=1908-06; 7 a.m.=XXXX-XX-XXT07:00"},
		{"a day of the present beside one to come", "The comet will pass on Friday. People in Asia can see it on Sunday.",
			"Friday=2024-06-21; Sunday=2024-06-23"},
		{"before is a preposition before its date", "The banks will not reopen before Monday, the bank said.", "Monday=2024-06-24"},
		{"a day that is something", "Monday is a holiday.", "Monday=2024-06-24"},
		{"until leaves the day told", "On the evening of Feb. 10 he said he would stay until September; the next afternoon he was gone.",
			"the evening of Feb. 10=2024-02-10TEV; September=2024-09; the next afternoon=2024-02-11TAF"},
		{"the quarter that a date ends", "Net income for the quarter ended May 31 rose.", "the quarter=2024-Q2; May 31=2024-05-31"},
		{"figures of a quarter come after it", "First-quarter figures will be released in July.", "First-quarter=2024-Q1; July=2024-07"},
		{"the same hour in another zone is none of its own", "It fell at 03:30 local time (0130 UTC) and was found six hours later.",
			"03:30=2024-06-19T03:30; 0130 UTC=2024-06-19T01:30Z; six hours later=2024-06-19T09:30"},
	} {
		wantResolved(t, c.name, c.text, c.want, "en", "2024-06-19", AutoMode)
	}
}
