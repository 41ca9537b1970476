package eval

import (
	"bytes"
	"strings"
	"testing"
)

// judged judges one case: our mentions are "VALUE" or "TYPE VALUE MOD", all
// over the whole input. A wanted outcome that is no outcome names a convention.
func judged(t *testing.T, input, lang, expect string, ours ...string) Verdict {
	t.Helper()
	line := `{"suite":"own","lang":"` + lang + `","input":"` + input + `","ref":"2013-02-12T04:30:00","expect":[` + expect + `]}`
	cases, err := ReadSuite(strings.NewReader(line), "own.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var mentions []Timex
	for _, o := range ours {
		m := Timex{End: len(input), Type: "DATE", Value: o}
		if f := strings.Fields(o); len(f) > 1 {
			m.Type, m.Value = f[0], f[1]
			if len(f) > 2 {
				m.Mod = f[2]
			}
		}
		mentions = append(mentions, m)
	}
	return Judge(cases[0], mentions, nil)
}

// 12 February 2013, the moment of speaking, is a Tuesday.
var conventionCases = []struct {
	input, lang, expect string
	ours                string // separated by semicolons
	want                string
}{
	// Agreement.
	{"on arrive le 3 mars", "fr", `{"value":"2013-03-03","grain":"day"}`, "2013-03-03", Agrees},
	{"à 15 h pile", "fr", `{"value":"2013-02-12T15","grain":"hour"}`, "TIME 2013-02-12T15:00", Agrees},
	{"du 3 au 5 mars", "fr", `{"type":"INTERVAL","value":"2013-03-03/2013-03-05","end_exclusive":"2013-03-06","grain":"day"}`, "2013-03-03;2013-03-05", Agrees},
	{"du 3 au 5 mars", "fr", `{"type":"INTERVAL","value":"2013-03-03/2013-03-05","end_exclusive":"2013-03-06","grain":"day"}`, "2013-03-03/2013-03-05", Agrees},
	{"mars et avril", "fr", `{"type":"INTERVAL","value":"2013-03/2013-05(excl)","end_exclusive":"2013-05","grain":"month"}`, "2013-03;2013-04", Agrees},
	{"à partir du 8 mars", "fr", `{"type":"OPEN","value":"2013-03-08/..","direction":"after"}`, "2013-03-08", Agrees},
	{"jusqu'à 16 h", "fr", `{"type":"OPEN","value":"../2013-02-12T16","direction":"before"}`, "TIME 2013-02-12T16:00", Agrees},
	{"minuit pile", "fr", `{"value":"2013-02-13T00","grain":"hour"}`, "TIME 2013-02-12T24:00", Agrees},
	{"mars 2014", "fr", `{"value":"2014-03-01","fields":{"year":2014,"month":3,"day":1,"_certain":{"day":false,"month":true,"year":true}}}`, "2014-03", Agrees},
	{"rien du tout", "fr", ``, "", Agrees},
	{"the 10th of May 44 BC", "en", `{"fields":{"year":-44,"month":5,"day":10}}`, "BC0044-05-10", Agrees},
	// Conventions.
	{"now", "en", `{"value":"2013-02-12T04:30:00","grain":"second"}`, "PRESENT_REF", "reference"},
	{"plus tard", "fr", `{"value":"2013-02-12T04:40/..","direction":"after"}`, "FUTURE_REF", "reference"},
	{"this month", "en", `{"value":"2013-02-01T12:00"}`, "2013-02", "default part"},
	{"this morning", "en", `{"value":"2013-02-12T06:00"}`, "TIME 2013-02-12TMO", "default part"},
	{"in a week", "en", `{"value":"2013-02-19"}`, "2013-W08", "default part"},
	{"two years ago", "en", `{"value":"2011-02"}`, "2011", "default part"},
	{"début avril", "fr", `{"type":"INTERVAL","value":"2013-04-01/2013-04-05","end_exclusive":"2013-04-06"}`, "DATE 2013-04 START", "vague part"},
	{"ce soir", "fr", `{"type":"INTERVAL","value":"2013-02-12T18/2013-02-12T23","end_exclusive":"2013-02-13T00"}`, "TIME 2013-02-12TEV", "vague part"},
	{"ce week-end", "fr", `{"type":"INTERVAL","value":"2013-02-15T18/2013-02-17T23","end_exclusive":"2013-02-18T00"}`, "2013-W07-WE", "vague part"},
	{"les deux dernières semaines", "fr", `{"type":"INTERVAL","value":"2013-W05/2013-W06","end_exclusive":"2013-W07"}`, "DURATION P2W", "period"},
	{"il y a 7 jours", "fr", `{"value":"2013-02-05T04"}`, "DURATION P7D", "period"},
	{"d'ici la fin du mois", "fr", `{"type":"INTERVAL","value":"2013-02-12T04:30:00/2013-02-28T23:59:59","end_exclusive":"2013-03-01T00:00:00"}`, "DATE 2013-02 END", "from now on"},
	{"il y a 3 heures", "fr", `{"value":"2013-02-12T01:30"}`, "2013-02-12", "clock"},
	{"le 5/3", "fr", `{"value":"2013-03-05"}`, "2013-05-03", "day and month"},
	{"à 16 h CET", "fr", `{"value":"2013-02-12T13:00"}`, "TIME 2013-02-12T16:00", "time zone"},
	{"at 3", "en", `{"value":"2013-02-12T15"}`, "TIME 2013-02-12T03:00", "half of the day"},
	{"lundi", "fr", `{"value":"2013-02-18"}`, "2013-02-11", "direction"},
	{"lundi matin", "fr", `{"type":"INTERVAL","value":"2013-02-18T04/2013-02-18T11","end_exclusive":"2013-02-18T12"}`, "TIME 2013-02-11TMO", "direction"},
	{"le 31 octobre", "fr", `{"value":"2013-10-31"}`, "2012-10-31", "direction"},
	{"le 2", "fr", `{"value":"2013-03-02"}`, "2013-02-02", "direction"},
	{"3 heures du matin", "fr", `{"value":"2013-02-13T03"}`, "TIME 2013-02-12T03:00", "direction"},
	{"jeudi 15", "fr", `{"value":"2013-08-15"}`, "2012-11-15", "direction"},
	{"17 03", "fr", `{"value":"2013-03-17"}`, "", "bare number"},
	{"2/15", "en", `{"value":"2013-02-15"}`, "", "bare number"},
	{"a few days ago", "en", `{"value":"2013-02-09"}`, "PAST_REF", "vague amount"},
	{"5 May 12:00", "en", `{"value":"2013-05-05"}`, "TIME 2013-05-05T12:00", "day alone"},
	{"a week ago", "en", `{"value":"2013-02-05","grain":"week"}`, "2013-02-05", "week counted"},
	{"next Wednesday", "en", `{"value":"2013-02-20"}`, "2013-02-13", "week after"},
	{"4-5 March at 7pm", "en", `{"type":"INTERVAL","value":"2013-03-04T19:00/2013-03-05T19:00"}`, "2013-03-04;TIME 2013-03-05T19:00", "range"},
	{"February 30, 2013", "en", ``, "2013-02;2013", "no such day"},
	{"two days later", "en", `{"value":"2013-02-14"}`, "XXXX-XX-XX", "no antecedent"},
	{"in 1d 2hr", "en", `{"value":"2013-02-13T06:30"}`, "", "shorthand"},
	{"this season", "en", `{"type":"INTERVAL","value":"2012-12-21/2013-03-18"}`, "", "season"},
	{"rest of the week", "en", `{"type":"INTERVAL","value":"2013-02-12/2013-02-16","end_exclusive":"2013-02-17"}`, "2013-W07", "week from Sunday"},
	{"chinese new year", "en", `{"value":"2014-01-31","holiday":"Chinese New Year"}`, "2013-02-10", "direction"},
	{"Eid al-Fitr 1975", "en", `{"value":"1975-10-06","holiday":"Eid al-Fitr"}`, "DATE 1975-10-07 APPROX", "sighted moon"},
	{"+3d", "en", `{"value":"2013-02-15"}`, "", "shorthand"},
	{"+3 days", "en", `{"value":"2013-02-15"}`, "", Disagrees},
	{"Yom Kippur 2018", "en", `{"value":"2018-09-18","holiday":"Yom Kippur"}`, "2018-09-19", "eve of the feast"},
	{"in 2014 BC", "en", `{"value":"-2014","grain":"year"}`, "BC2014", "before Christ"},
	{"2 hours 10 minutes ago", "en", `{"value":"2013-02-12T02:20"}`, "2013-02-12", "clock"},
	{"5 hours ago", "en", `{"value":"2013-02-11T23:30"}`, "2013-02-12", "clock"},
	{"the first Tuesday of October", "en", `{"value":"2013-10-01"}`, "2012-10-02", "direction"},
	{"boss's day", "en", `{"value":"2013-10-16","holiday":"Boss's Day"}`, "", "feast"},
	{"17/02", "fr", `{"value":"2013-02-17"}`, "", "bare number"},
	{"maintenant", "fr", `{"value":"2013-02-12T04:30:00","grain":"second"}`, "TIME PRESENT_REF", "reference"},
	{"en fin de soirée", "fr", `{"type":"INTERVAL","value":"2013-02-12T21/2013-02-12T22","end_exclusive":"2013-02-12T23"}`, "TIME 2013-02-12TEV END", "vague part"},
	{"en fin de journée", "fr", `{"type":"INTERVAL","value":"2013-02-12T17/2013-02-12T20","end_exclusive":"2013-02-12T21"}`, "DATE 2013-02-12 END", "vague part"},
	{"en milieu de matinée", "fr", `{"type":"INTERVAL","value":"2013-02-12T09/2013-02-12T10","end_exclusive":"2013-02-12T11"}`, "TIME 2013-02-12TMO MID", "vague part"},
	{"après le dîner", "fr", `{"type":"INTERVAL","value":"2013-02-12T21/2013-02-12T22","end_exclusive":"2013-02-12T23"}`, "", "unnamed hours"},
	{"hier après le dîner", "fr", `{"type":"INTERVAL","value":"2013-02-11T21/2013-02-11T22","end_exclusive":"2013-02-11T23"}`, "2013-02-11", "unnamed hours"},
	{"la première semaine de mars 2013", "fr", `{"value":"2013-W10","grain":"week"}`, "2013-W09", "week of the month"},
	{"la semaine du 7 mai", "fr", `{"value":"2013-W19","grain":"week"}`, "2012-W19", "direction"},
	{"ce week-end", "fr", `{"type":"INTERVAL","value":"2013-02-15T18/2013-02-17T23","end_exclusive":"2013-02-18T00"}`, "2013-W06-WE", "direction"},
	{"en début de mois", "fr", `{"type":"INTERVAL","value":"2013-03-01/2013-03-10","end_exclusive":"2013-03-11"}`, "DATE 2013-02 START", "direction"},
	{"de 11 h à 2 h", "fr", `{"type":"INTERVAL","value":"2013-02-12T11/2013-02-12T14","end_exclusive":"2013-02-12T15"}`, "TIME 2013-02-12T11:00;TIME 2013-02-13T02:00", "half of the day"},
	{"d'ici 3 semaines", "fr", `{"type":"INTERVAL","value":"2013-02-12T04:30:00/2013-03-04T23:59:59","end_exclusive":"2013-03-05T00:00:00"}`, "DURATION P3W", "period"},
	{"il y a 2 jours et 3 heures", "fr", `{"value":"2013-02-10T01:30"}`, "2013-02-10", "clock"},
	{"dans 22 heures", "fr", `{"value":"2013-02-13T02:30"}`, "TIME XXXX-XX-XX", "clock"},
	// None of them: something is wrong, and has to show.
	{"vendredi à midi", "fr", `{"value":"2013-02-15T12"}`, "2013-02-08;TIME 2013-02-08T12:00", "direction"},
	{"next weekday", "en", `{"value":"2013-02-13"}`, "", Disagrees},
	{"aujourd'hui", "fr", `{"value":"2013-02-12"}`, "2014-02-12", Disagrees},
	{"lundi", "fr", `{"value":"2013-02-18"}`, "2013-02-25", Disagrees},
	{"lundi", "fr", `{"value":"2013-02-18"}`, "2012-02-20", Disagrees},
	{"Jul 18, Fri", "en", `{"value":"2014-07-18"}`, "2013-07-18", Disagrees},
	{"vendredi quinze à 16h", "fr", `{"value":"2013-02-15T16"}`, "2013-02-08;DURATION PT15H;TIME 2013-02-08T16:00", Disagrees},
	{"Christmas", "en", `{"value":"2013-12-25","holiday":"Christmas"}`, "2012-12-26", Disagrees},
	{"à 16 h CET", "fr", `{"value":"2013-02-12T13:00"}`, "TIME 2013-02-12T17:00", Disagrees},
	{"le 12 février en fin de matinée", "fr", `{"type":"INTERVAL","value":"2013-02-12T10/2013-02-12T11","end_exclusive":"2013-02-12T12"}`, "TIME 2013-02-12TMO", Disagrees},
	{"aujourd'hui en fin de matinée", "fr", `{"type":"INTERVAL","value":"2013-02-12T10/2013-02-12T11","end_exclusive":"2013-02-12T12"}`, "2013-02-13;TIME 2013-02-12TMO END", Disagrees},
	{"à 3 heures cet après-midi", "fr", `{"value":"2013-02-12T15","grain":"hour"}`, "TIME 2013-02-12T03:00;TIME 2013-02-12TAF", Disagrees},
	{"les deux dernières semaines", "fr", `{"type":"INTERVAL","value":"2013-W05/2013-W06","end_exclusive":"2013-W07"}`, "DURATION P1W", Disagrees},
	{"in a few minutes", "en", `{"value":"2013-02-12T04:33:00"}`, "DURATION PTXM", "period"},
	{"in a few minutes", "en", `{"value":"2013-02-12T04:33:00"}`, "DURATION PXY", Disagrees},
	{"for 10 days from 18th Dec", "en", `{"type":"INTERVAL","value":"2013-12-18/2013-12-28"}`, "DURATION P10D;2012-12-18", "period"},
	{"for 10 days from 18th Dec", "en", `{"type":"INTERVAL","value":"2013-12-18/2013-12-28"}`, "DURATION P10D;2012-11-18", Disagrees},
	{"by the end of the month", "en", `{"type":"INTERVAL","value":"2013-02-12T04:30:00/2013-02-28T23:59:59","end_exclusive":"2013-03-01T00:00:00"}`, "DATE 2013-02 END;2013-05-01", Disagrees},
	{"diwali 2019", "en", `{"value":"2019-10-27","holiday":"Diwali"}`, "2019", Disagrees},
	{"onam 2018", "en", `{"value":"2018-08-24","holiday":"Thiru Onam"}`, "2018", "feast"},
	{"onam 2018", "en", `{"value":"2018-08-24","holiday":"Thiru Onam"}`, "", Disagrees},
	{"Ramadan 2018", "en", `{"value":"2018-05-16/2018-06-14","holiday":"Ramadan"}`, "DATE 2018-05 APPROX", "month of fasting"},
	{"Ramadan 2018", "en", `{"value":"2018-05-16/2018-06-14","holiday":"Ramadan"}`, "DATE 2018-06 APPROX", Disagrees},
	{"+2 months, 5 days", "en", `{"value":"2013-04-17"}`, "", Disagrees},
	{"- 1994-11-05T13:15:30Z", "en", `{"value":"1994-11-05T13:15:30"}`, "", Disagrees},
	{"next tuesday at 2p", "en", `{"value":"2013-02-19T14:00"}`, "", Disagrees},
	{"mardi de la semaine suivante", "fr", `{"value":"2013-02-19"}`, "XXXX-WXX-3", Disagrees},
	{"today - tomorrow", "en", `{"type":"INTERVAL","value":"2013-02-12T12:00/2013-02-13T12:00"}`, "2013-02-12;2013-02-13", "default part"},
	{"17/02/2013", "fr", `{"value":"2013-02-17"}`, "", Disagrees},
	{"maintenant", "fr", `{"value":"2013-02-12T04:30:00","grain":"second"}`, "TIME PAST_REF", Disagrees},
	{"en fin de soirée", "fr", `{"type":"INTERVAL","value":"2013-02-12T21/2013-02-12T22","end_exclusive":"2013-02-12T23"}`, "TIME 2013-02-12TEV START", Disagrees},
	{"en fin de journée", "fr", `{"type":"INTERVAL","value":"2013-02-12T17/2013-02-12T20","end_exclusive":"2013-02-12T21"}`, "DATE 2013-02-14 END", Disagrees},
	{"hier après le dîner", "fr", `{"type":"INTERVAL","value":"2013-02-11T21/2013-02-11T22","end_exclusive":"2013-02-11T23"}`, "2013-02-12", Disagrees},
	{"la première semaine de mars 2013", "fr", `{"value":"2013-W10","grain":"week"}`, "2013-W11", Disagrees},
	{"la semaine du 7 mai", "fr", `{"value":"2013-W19","grain":"week"}`, "2013-W18", Disagrees},
	{"ce week-end", "fr", `{"type":"INTERVAL","value":"2013-02-15T18/2013-02-17T23","end_exclusive":"2013-02-18T00"}`, "2013-W05-WE", Disagrees},
	{"en début de mois", "fr", `{"type":"INTERVAL","value":"2013-03-01/2013-03-10","end_exclusive":"2013-03-11"}`, "DATE 2013-02 END", Disagrees},
	{"d'ici 3 semaines", "fr", `{"type":"INTERVAL","value":"2013-02-12T04:30:00/2013-03-04T23:59:59","end_exclusive":"2013-03-05T00:00:00"}`, "DURATION P2W", Disagrees},
	{"il y a 2 jours et 3 heures", "fr", `{"value":"2013-02-10T01:30"}`, "2013-02-09", Disagrees},
	{"lundi prochain", "fr", `{"value":"2013-02-18"}`, "2013-02-11", Disagrees},
	{"lundi", "fr", `{"value":"2013-02-18"}`, "2013-02-12", Disagrees},
	{"le 31 octobre 2013", "fr", `{"value":"2013-10-31"}`, "2012-10-31", Disagrees},
	{"le 3 mars à 17 h", "fr", `{"value":"2013-03-03T17"}`, "2013-03-03", Disagrees},
	{"début avril", "fr", `{"type":"INTERVAL","value":"2013-04-01/2013-04-05","end_exclusive":"2013-04-06"}`, "DATE 2013-04 END", Disagrees},
	{"début avril", "fr", `{"type":"INTERVAL","value":"2013-04-01/2013-04-05","end_exclusive":"2013-04-06"}`, "2013-05", Disagrees},
	{"les deux dernières semaines", "fr", `{"type":"INTERVAL","value":"2013-W05/2013-W06","end_exclusive":"2013-W07"}`, "DURATION P2Y", Disagrees},
	{"christmas", "en", `{"value":"2013-12-25","holiday":"Christmas"}`, "", Disagrees},
	{"hier", "fr", `{"value":"2013-02-11"}`, "", Disagrees},
	{"a few days ago", "en", `{"value":"2013-02-09"}`, "FUTURE_REF", Disagrees},
	{"5 May 12:00", "en", `{"value":"2013-05-05"}`, "TIME 2013-05-06T12:00", Disagrees},
	{"5 May", "en", `{"value":"2013-05-05"}`, "TIME 2013-05-05T12:00", Disagrees},
	{"next Wednesday", "en", `{"value":"2013-02-20"}`, "2013-02-27", Disagrees},
	{"in 2014 BC", "en", `{"value":"-2014","grain":"year"}`, "BC2013", Disagrees},
	{"two days later", "en", `{"value":"2013-02-14"}`, "2013-02-15", Disagrees},
	{"two days", "en", `{"value":"2013-02-14"}`, "XXXX-XX-XX", Disagrees},
	{"in 1d 2hr", "en", `{"value":"2013-02-13T06:30"}`, "2013-02-14", Disagrees},
	{"this season", "en", `{"type":"INTERVAL","value":"2012-12-21/2013-03-18"}`, "2012", Disagrees},
	{"rest of the week", "en", `{"type":"INTERVAL","value":"2013-02-12/2013-02-16","end_exclusive":"2013-02-17"}`, "2013-W08", Disagrees},
	{"chinese new year", "en", `{"value":"2014-01-31","holiday":"Chinese New Year"}`, "2013-02-16", Disagrees},
	{"Eid al-Fitr 1975", "en", `{"value":"1975-10-06","holiday":"Eid al-Fitr"}`, "1975-10-07", Disagrees},
	{"Eid al-Fitr 1975", "en", `{"value":"1975-10-06","holiday":"Eid al-Fitr"}`, "DATE 1975-10-09 APPROX", Disagrees},
	{"in 3 days", "en", `{"value":"2013-02-15"}`, "", Disagrees},
	{"Yom Kippur 2018", "en", `{"value":"2018-09-18","holiday":"Yom Kippur"}`, "2018-09-17", Disagrees},
	{"Christmas 2018", "en", `{"value":"2018-12-25","holiday":"Christmas"}`, "2018-12-26", Disagrees},
	{"tomorrow 4-5", "en", `{"type":"INTERVAL","value":"2013-02-13T04/2013-02-13T05"}`, "2013-02-13;TIME 2013-02-13T05:00", Disagrees},
	{"5 hours ago", "en", `{"value":"2013-02-12T00:30"}`, "2013-02-12", Disagrees},
	{"5 hours ago", "en", `{"value":"2013-02-11T23:30"}`, "2013-02-10", Disagrees},
	{"the first Tuesday of October", "en", `{"value":"2013-10-01"}`, "2012-10-09", Disagrees},
	{"the last Tuesday", "en", `{"value":"2013-02-12"}`, "2012-02-14", Disagrees},
	{"deux trois", "fr", ``, "2003", Disagrees},
	{"deux minutes", "fr", ``, "DURATION PT2M", "no date"},
}

func TestConventions(t *testing.T) {
	for _, c := range conventionCases {
		var ours []string
		if c.ours != "" {
			ours = strings.Split(c.ours, ";")
		}
		v := judged(t, c.input, c.lang, c.expect, ours...)
		got := v.Outcome
		if got == ByConvention {
			got = v.Reason
		}
		if got != c.want {
			t.Errorf("%q, expected %s, ours %q: %s, want %s", c.input, c.expect, c.ours, got, c.want)
		}
	}
}

func TestConventionsAreNamedOnce(t *testing.T) {
	for _, list := range [][]Convention{Conventions, negativeConventions} {
		seen := map[string]bool{}
		for _, k := range list {
			if seen[k.Name] || k.Name == "" || k.Why == "" || k.holds == nil {
				t.Errorf("convention %q is unnamed, named twice or without a reason", k.Name)
			}
			seen[k.Name] = true
		}
	}
}

func TestAgreedList(t *testing.T) {
	v := judged(t, "hier", "fr", `{"value":"2013-02-11"}`)
	list := "- reason: own reason\n  cases: [" + v.Case.Hash + ", 0123456789ab]\n"
	agreed, err := ReadAgreed(strings.NewReader(list), "a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := ScoreSuite("own", []Case{v.Case}, func(Case) []Timex { return nil }, agreed)
	if r.Listed != 1 || r.Disagree != 0 || len(r.Stale) != 1 || r.Stale[0] != "0123456789ab" {
		t.Errorf("result %+v", r)
	}
	var b bytes.Buffer
	if err := WriteSuites(&b, []SuiteResult{r}); err != nil || !strings.Contains(b.String(), "own reason") {
		t.Errorf("table (%v):\n%s", err, b.String())
	}
	for _, wrong := range []string{"- cases: [0123456789ab]\n", "- reason: r\n  cases: [hier]\n", "- reason: r\n  cases: [0123456789ab, 0123456789ab]\n", "- why: r\n", "reason"} {
		if _, err := ReadAgreed(strings.NewReader(wrong), "a.yaml"); err == nil || !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("%q gives %v", wrong, err)
		}
	}
	if a, err := ReadAgreed(strings.NewReader("# nothing yet\n"), "a.yaml"); err != nil || len(a) != 0 {
		t.Errorf("an empty list gives %v, %v", a, err)
	}
}

func TestReferenceTimes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2013-02-12T04:30:00", "2013-02-12T04:30"}, {"Sat Apr 18 2015", "2015-04-18T00:00"},
		{"August 15, 2021, 20:00", "2021-08-15T20:00"}, {"thursday 13 June 2019", "2019-06-13T00:00"}, {"Sep 25 2021 12:00:00", "2021-09-25T12:00"},
	} {
		if got, ok := parseReference(c.in); !ok || got.Format("2006-01-02T15:04") != c.want {
			t.Errorf("%q is %v (%v), want %s", c.in, got, ok, c.want)
		}
	}
	if _, ok := parseReference("options"); ok {
		t.Error("a word is a moment")
	}
}

func TestParsePeriod(t *testing.T) {
	start := civil(2013, 1, 31)
	for _, c := range []struct{ in, want string }{
		{"P2W", "2013-02-14"}, {"P1Y2M", "2014-03-31"}, {"PT36H", "2013-02-01"}, {"P1DE", "2023-01-31"}, {"P1D", "2013-02-01"}, {"P0.5M", "2013-02-15"},
	} {
		p, ok := parsePeriod(c.in)
		if got := (extent{from: p.from(start, 1)}).start().Format("2006-01-02"); !ok || got != c.want {
			t.Errorf("%s after 31 January 2013 is %s (%v), want %s", c.in, got, ok, c.want)
		}
	}
	if p, ok := parsePeriod("PXM"); !ok || !p.vague {
		t.Errorf("PXM: %+v, %v", p, ok)
	}
	for _, in := range []string{"", "P", "PT", "PRESENT_REF", "2013", "P2", "PM2", "P1YT"} {
		if p, ok := parsePeriod(in); ok {
			t.Errorf("%q is the period %+v", in, p)
		}
	}
}

func FuzzSuite(f *testing.F) {
	f.Add([]byte(`{"suite":"s","input":"lundi 3","ref":"2013-02-12T04:30:00","expect":[{"text":"lundi","start":0,"end":5,"value":"2013-02-18/2013-02-19","fields":{"day":3,"_certain":{"day":true}}}]}`), "2013-02-11")
	f.Add([]byte(`{"input":"x","expect":[]}`), "P2W")
	f.Fuzz(func(t *testing.T, data []byte, value string) {
		cases, _ := ReadSuite(bytes.NewReader(data), "f")
		r := ScoreSuite("f", cases, func(c Case) []Timex {
			return []Timex{{End: len(c.Input), Type: "DATE", Value: value}, {End: 1, Type: "DURATION", Value: "P1Y"}}
		}, nil)
		if r.Agree+r.Convention+r.Listed+r.Disagree != len(cases) {
			t.Fatalf("%d cases, %+v", len(cases), r)
		}
		var b bytes.Buffer
		if err := r.WriteDisagreements(&b, Disagrees); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzReadAgreed(f *testing.F) {
	f.Add([]byte("- reason: r\n  cases: [0123456789ab]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if a, err := ReadAgreed(bytes.NewReader(data), "f"); err == nil {
			for hash, reason := range a {
				if len(hash) != 12 || strings.TrimSpace(reason) == "" {
					t.Fatalf("%q: %q", hash, reason)
				}
			}
		}
	})
}
