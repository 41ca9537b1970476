package timeline

import "github.com/frise-timeline/frise/timeline/tempo"

// The kernels: when articles come out around the dates that they tell. They
// are round figures of what French and English newspapers, agencies and blogs
// do, and wide on purpose, since no press does quite what another does.

// Dates of day and month without a year, by what directs them.
var (
	pastDay = kernel{0.12, []step{{1, 1, 0.18}, {2, 2, 0.09}, {3, 7, 0.18}, {8, 30, 0.20}, {31, 120, 0.13}, {121, 365, 0.05},
		{-7, -1, 0.02}, {-120, -8, 0.03}}}
	futureDay = kernel{0.12, []step{{-1, -1, 0.14}, {-7, -2, 0.30}, {-30, -8, 0.20}, {-120, -31, 0.13}, {-365, -121, 0.04},
		{1, 7, 0.03}, {8, 120, 0.04}}}
	openDay = kernel{0.16, []step{{1, 1, 0.12}, {2, 7, 0.16}, {8, 30, 0.12}, {31, 120, 0.07}, {121, 365, 0.03},
		{-1, -1, 0.06}, {-7, -2, 0.12}, {-30, -8, 0.10}, {-120, -31, 0.06}}}
	lastDay = kernel{0.01, []step{{1, 3, 0.14}, {4, 10, 0.15}, {11, 60, 0.30}, {61, 200, 0.30}, {201, 365, 0.08}, {-30, -1, 0.02}}}
	nextDay = kernel{0.01, []step{{-3, -1, 0.15}, {-10, -4, 0.22}, {-60, -11, 0.40}, {-200, -61, 0.15}, {-365, -201, 0.05}, {1, 30, 0.02}}}
	// A date with its weekday is told close to its time.
	pastNamedDay = kernel{0.22, []step{{1, 1, 0.33}, {2, 2, 0.15}, {3, 4, 0.14}, {5, 7, 0.07}, {8, 30, 0.04}, {31, 365, 0.015}, {-7, -1, 0.02}, {-60, -8, 0.015}}}
	openNamedDay = kernel{0.24, []step{{1, 1, 0.20}, {2, 7, 0.17}, {8, 30, 0.06}, {31, 365, 0.03}, {-1, -1, 0.10}, {-7, -2, 0.14}, {-60, -8, 0.06}}}
	nextNamedDay = kernel{0.12, []step{{-1, -1, 0.20}, {-7, -2, 0.36}, {-30, -8, 0.20}, {-120, -31, 0.07}, {1, 7, 0.03}, {8, 60, 0.02}}}
	// In the head of an article it is the news itself.
	pastLeadDay = kernel{0.26, []step{{1, 1, 0.36}, {2, 2, 0.13}, {3, 4, 0.08}, {5, 7, 0.05}, {8, 30, 0.05}, {31, 365, 0.02}, {-7, -1, 0.03}, {-60, -8, 0.01}}}
	nextLeadDay = kernel{0.16, []step{{-1, -1, 0.26}, {-3, -2, 0.18}, {-7, -4, 0.17}, {-30, -8, 0.12}, {-120, -31, 0.04}, {1, 7, 0.04}, {8, 60, 0.02}}}
	// "ce mercredi 19 juin", "aujourd'hui, 19 juin", a dateline without its year.
	thisDay = kernel{0.80, []step{{1, 1, 0.11}, {2, 7, 0.05}, {-1, -1, 0.02}, {-7, -2, 0.02}}}
	headDay = kernel{0.96, []step{{1, 1, 0.02}, {-1, -1, 0.01}, {2, 7, 0.01}}}
)

// Months without a year.
var (
	pastMonth   = kernel{0.10, []step{{1, 31, 0.22}, {32, 92, 0.26}, {93, 183, 0.20}, {184, 330, 0.14}, {-31, -1, 0.03}, {-183, -32, 0.05}}}
	futureMonth = kernel{0.10, []step{{-31, -1, 0.28}, {-92, -32, 0.28}, {-183, -93, 0.15}, {-330, -184, 0.09}, {1, 183, 0.10}}}
	openMonth   = kernel{0.14, []step{{1, 31, 0.18}, {32, 92, 0.17}, {93, 330, 0.18}, {-31, -1, 0.12}, {-92, -32, 0.12}, {-330, -93, 0.09}}}
	lastMonth   = kernel{0.004, []step{{1, 31, 0.20}, {32, 92, 0.28}, {93, 183, 0.24}, {184, 334, 0.22}}}
	nextMonth   = kernel{0.02, []step{{-31, -1, 0.32}, {-92, -32, 0.30}, {-183, -93, 0.20}, {-334, -184, 0.10}, {1, 60, 0.03}}}
)

// Dates with their year. The latest one that an article tells as past is where
// its own day comes after, mostly soon.
var (
	fullDay = kernel{0.12, []step{{1, 3, 0.13}, {4, 30, 0.12}, {31, 365, 0.19}, {366, 1826, 0.14}, {1827, 9000, 0.12},
		{-30, -1, 0.04}, {-365, -31, 0.06}, {-1826, -366, 0.03}}}
	fullDayLead = kernel{0.18, []step{{1, 3, 0.24}, {4, 30, 0.15}, {31, 365, 0.14}, {366, 1826, 0.09}, {1827, 9000, 0.08},
		{-30, -1, 0.05}, {-365, -31, 0.04}, {-1826, -366, 0.02}}}
	fullNamedDay = kernel{0.26, []step{{1, 3, 0.38}, {4, 30, 0.14}, {31, 365, 0.06}, {366, 9000, 0.06}, {-30, -1, 0.07}, {-365, -31, 0.02}}}
	fullMonth    = kernel{0.14, []step{{1, 31, 0.14}, {32, 183, 0.20}, {184, 365, 0.12}, {366, 1100, 0.14}, {1101, 9000, 0.12},
		{-31, -1, 0.04}, {-365, -32, 0.06}, {-1826, -366, 0.03}}}
	fullYear = kernel{0.36, []step{{1, 365, 0.13}, {366, 730, 0.09}, {731, 1460, 0.09}, {1461, 3650, 0.08}, {3651, 9000, 0.09},
		{-365, -1, 0.10}, {-1826, -366, 0.06}}}
	fullYearOften = kernel{0.52, []step{{1, 365, 0.16}, {366, 730, 0.07}, {731, 1460, 0.06}, {1461, 9000, 0.08}, {-365, -1, 0.08}, {-1826, -366, 0.03}}}
	futureYear    = kernel{0.26, []step{{-183, -1, 0.18}, {-365, -184, 0.12}, {-1100, -366, 0.22}, {-3650, -1101, 0.12}, {1, 365, 0.03}, {366, 3650, 0.03}}}
	futureFull    = kernel{0.10, []step{{-31, -1, 0.16}, {-183, -32, 0.22}, {-365, -184, 0.18}, {-1100, -366, 0.18}, {-3650, -1101, 0.07}, {1, 31, 0.05}, {32, 3650, 0.04}}}
)

// Fixed relations.
var (
	exactly     = kernel{within: 1}
	anniversary = kernel{0.40, []step{{-1, -1, 0.06}, {1, 1, 0.06}, {-7, -2, 0.09}, {2, 7, 0.06}, {-60, -8, 0.12}, {8, 60, 0.08}, {-183, -61, 0.07}, {61, 183, 0.06}}}
	updated     = kernel{0.62, []step{{-1, -1, 0.12}, {-7, -2, 0.10}, {-60, -8, 0.08}, {-365, -61, 0.05}, {-1826, -366, 0.02}, {1, 1, 0.01}}}
	copyright   = kernel{0.70, []step{{-1826, -1, 0.20}, {-5000, -1827, 0.04}, {1, 365, 0.06}}}
	// What has shaken the world is told mostly in the years after.
	sinceNews = kernel{0.004, []step{{1, 365, 0.30}, {366, 1100, 0.34}, {1101, 3650, 0.22}, {3651, 12000, 0.13}}}
	// An office is told with its holder's name while it lasts, and later in
	// retrospect.
	inOffice = kernel{0.80, []step{{1, 1826, 0.10}, {1827, 9000, 0.06}, {-60, -1, 0.02}}}
	fileMade = kernel{0.20, []step{{-30, -1, 0.15}, {-365, -31, 0.20}, {-1826, -366, 0.25}, {-9000, -1827, 0.15}, {1, 3650, 0.05}}}
)

// Weekdays: the share of publications so many days after it.
var (
	pastWeekday   = []step{{0, 0, 0.35}, {1, 1, 0.38}, {2, 2, 0.09}, {3, 3, 0.06}, {4, 4, 0.05}, {5, 5, 0.03}, {6, 6, 0.04}}
	futureWeekday = []step{{0, 0, 0.15}, {-1, -1, 0.30}, {-2, -2, 0.15}, {-3, -3, 0.14}, {-4, -4, 0.11}, {-5, -5, 0.08}, {-6, -6, 0.07}}
	openWeekday   = []step{{0, 0, 0.34}, {1, 1, 0.26}, {2, 2, 0.08}, {3, 3, 0.06}, {-1, -1, 0.14}, {-2, -2, 0.07}, {-3, -3, 0.05}}
	thisWeekday   = []step{{0, 0, 0.78}, {1, 1, 0.09}, {2, 2, 0.03}, {3, 3, 0.03}, {4, 4, 0.03}, {-1, -1, 0.02}, {-2, -2, 0.02}}
	lastWeekday   = []step{{1, 1, 0.08}, {2, 2, 0.14}, {3, 3, 0.20}, {4, 4, 0.18}, {5, 5, 0.16}, {6, 6, 0.12}, {7, 7, 0.12}}
	nextWeekday   = []step{{-1, -1, 0.08}, {-2, -2, 0.14}, {-3, -3, 0.18}, {-4, -4, 0.18}, {-5, -5, 0.18}, {-6, -6, 0.12}, {-7, -7, 0.12}}
)

// dayKernel gives the kernel of a day and month without a year.
func dayKernel(pick tempo.Pick, tense tempo.Tense, named, leading, demonstrative bool) *kernel {
	switch {
	case demonstrative:
		return &thisDay
	case pick == tempo.Last:
		return &lastDay
	case leading && named && tense == tempo.Past:
		return &pastLeadDay
	case leading && named && (pick == tempo.Next || tense == tempo.Future):
		return &nextLeadDay
	case pick == tempo.Next && named, tense == tempo.Future && named:
		return &nextNamedDay
	case pick == tempo.Next:
		return &nextDay
	case tense == tempo.Future:
		return &futureDay
	case tense == tempo.Past && named:
		return &pastNamedDay
	case tense == tempo.Past:
		return &pastDay
	case named:
		return &openNamedDay
	}
	return &openDay
}

// monthKernel gives the kernel of a month without a year.
func monthKernel(pick tempo.Pick, tense tempo.Tense) *kernel {
	switch {
	case pick == tempo.Last:
		return &lastMonth
	case pick == tempo.Next:
		return &nextMonth
	case tense == tempo.Future:
		return &futureMonth
	case tense == tempo.Past:
		return &pastMonth
	}
	return &openMonth
}

// weekdayShares gives the shares of a bare weekday.
func weekdayShares(pick tempo.Pick, tense tempo.Tense) []step {
	switch {
	case pick == tempo.This:
		return thisWeekday
	case pick == tempo.Last:
		return lastWeekday
	case pick == tempo.Next:
		return nextWeekday
	case tense == tempo.Past:
		return pastWeekday
	case tense == tempo.Future:
		return futureWeekday
	}
	return openWeekday
}

// weeklyRatios turns the shares after a weekday into one ratio for each day of
// the week.
func weeklyRatios(weekday int, shares []step) (r [7]float64) {
	for _, s := range shares {
		for d := s.from; d <= s.to; d++ {
			r[((weekday-1+d)%7+7)%7] += 7 * s.share / float64(s.to-s.from+1)
		}
	}
	return r
}
