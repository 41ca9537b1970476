package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// stillToCome tells whether a clock time of a clause in the future is of the day
// to come that was told before something else: "It will pass on Friday. Found a
// year ago, it will be nearest at 2 p.m."
func (r *resolver) stillToCome(i int) bool {
	return !r.coming.IsZero() && (r.c.ToldDay.IsZero() || r.c.ToldDay.End <= r.c.Publication.Start) && r.f.Tense(r.ms[i]) == tempo.Future
}

// longAgo tells whether a clock time of the past is of a month or year told just
// before it, whose day nobody said: "The last one, in June 1908, flattened the
// trees. It came at 7 a.m."
func (r *resolver) longAgo(i int) bool {
	told, published := r.c.Told, r.c.Publication
	return !(r.inserted && r.sameSentence(r.toldLast, r.ms[i].First)) && r.c.ToldDay.IsZero() && !told.IsZero() && told.Grain >= tempo.Month && !published.IsZero() &&
		told.End < published.Start-aWhile && !r.paragraphBetween(r.toldLast, r.ms[i].First) && r.f.Tense(r.ms[i]) == tempo.Past
}

// backFromAfar tells whether a clock time of news that opens a paragraph cannot
// be of the day told last, months or years from the publication.
func (r *resolver) backFromAfar(i int) bool {
	return !r.retrospective && r.otherStory(i)
}

// aWhile is how far from the publication a date is told as news of its day.
const aWhile = 45 * secondsADay

// otherStory tells whether the day told last is of another story than the news
// that mention i tells: months from the publication, in an earlier paragraph.
func (r *resolver) otherStory(i int) bool {
	day, published := r.c.ToldDay, r.c.Publication
	if r.narrative || day.IsZero() || published.IsZero() || published.Grain != tempo.Day {
		return false
	}
	gap := published.Start - day.Start
	return (gap > aWhile || gap < -aWhile) && r.paragraphBetween(r.toldLast, r.ms[i].First)
}

// pastNight tells whether a night of the past is that before the publication,
// where no day was told: "Dans la nuit, un toit s'est effondré."
func (r *resolver) pastNight(i int, e *tempo.Expr) bool {
	return e.Where.Has == tempo.HasPart && e.Where.Part == tempo.Night && r.c.ToldDay.IsZero() && r.c.Told.IsZero() && !e.Vague &&
		r.c.Publication.Grain == tempo.Day && !r.c.Publication.IsZero() && r.f.Tense(r.ms[i]) == tempo.Past
}

// amongComing resolves a weekday of the present beside a day to come: the first
// after it. "It will pass on Friday. Viewers in Asia can see it on Saturday."
func (r *resolver) amongComing(i int, e *tempo.Expr) (tempo.Span, bool) {
	day, published := r.coming, r.c.Publication
	if r.narrative || !bare(e) || e.Where.Has&tempo.HasWeekday == 0 || e.Where.Has&(tempo.HasDay|annual) != 0 || r.ms[i].Tense != tempo.Present ||
		day.IsZero() || day != r.c.ToldDay || day.Start > published.Start+8*secondsADay {
		return tempo.Span{}, false
	}
	return e.Where.Seek(day.Start, tempo.Coming, tempo.NoTense)
}
