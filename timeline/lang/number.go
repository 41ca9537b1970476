package lang

// number reads a cardinal number at token i: digits with their groups and
// decimals, or number words. It gives the token after it; vague is set for
// "quelques", "several".
func (f *Finder) number(i int) (n float64, vague bool, after int, ok bool) {
	t := f.tokens[i]
	switch t.Kind {
	case Number:
		n, after = f.digits(i)
		return n, false, after, true
	case Word:
		return f.numberWords(i)
	}
	return 0, false, i, false
}

// digits reads "10 000", "2.300", "30,4".
func (f *Finder) digits(i int) (n float64, after int) {
	t := f.tokens[i]
	n, after = float64(t.Num), i+1
	if t.End-t.Start <= 3 && t.Num > 0 {
		for {
			group, skip := f.at(after), 0
			if group.Kind == Punct && group.Flags&SpaceBefore == 0 && group.Num == f.pack.thousands {
				group, skip = f.at(after+1), 1
				if group.Flags&SpaceBefore != 0 {
					break
				}
			} else if group.Flags&(SpaceBefore|LineBefore) != SpaceBefore || !f.pack.spaceGroups {
				break
			}
			if group.Kind != Number || group.End-group.Start != 3 {
				break
			}
			n = n*1000 + float64(group.Num)
			after += skip + 1
		}
	}
	if p, d := f.at(after), f.at(after+1); p.Kind == Punct && p.Flags&SpaceBefore == 0 && p.Num == f.pack.decimal &&
		d.Kind == Number && d.Flags&SpaceBefore == 0 {
		scale := 1.0
		for k := d.Start; k < d.End; k++ {
			scale *= 10
		}
		return n + float64(d.Num)/scale, after + 2
	}
	return n, after
}

// numberWords reads "vingt et un", "quatre-vingt-dix-sept", "deux mille",
// "twenty-five": each word must be smaller than the one before it, or
// multiply what stands before it.
func (f *Finder) numberWords(i int) (n float64, vague bool, after int, ok bool) {
	total, current, last := 0, 0, 1<<30
	for k := i; k < len(f.tokens); {
		v, found := f.entry(k).value(classN)
		if k > i && f.tokens[k].Flags&BreakBefore != 0 || !found || v.vague && k > i {
			break
		}
		if v.vague {
			return 0, true, k + 1, true
		}
		w := int(v.n)
		switch {
		case w >= 1000 && total%w == 0 && (last == 1<<30 || current > 0):
			total, current, last = total+max(1, current)*w, 0, w
		case w == 100 && current < 100 && last != 100 && (last == 1<<30 || last < 100 || last >= 1000):
			current, last = max(1, current)*100, 100
		case w == 20 && current%100 == 4 && last == 4 && f.pack.vigesimal:
			current, last = current-4+80, 80
		case last == 1<<30, last >= 100 && w < 100, last >= 20 && last < 100 && w < 10,
			(last == 60 || last == 80) && w < 20 && f.pack.vigesimal, last == 10 && w >= 7 && w < 10 && f.pack.vigesimal:
			current, last = current+w, w
		default:
			return float64(total + current), false, after, after > i
		}
		k++
		after = k
		if j := f.joiner(k); j > k {
			if _, found := f.entry(j).value(classN); found {
				k = j
			}
		}
	}
	return float64(total + current), false, after, after > i
}

// joiner skips what stands between two number words: a hyphen, "et", "and".
func (f *Finder) joiner(k int) int {
	t := f.at(k)
	if t.hyphen() && t.Flags&SpaceBefore == 0 {
		k++
		t = f.at(k)
	}
	if t.Word != 0 && t.Word == f.pack.and {
		k++
		if f.at(k).hyphen() {
			k++
		}
	}
	return k
}

// yearWords reads a year in words: "mil neuf cent dix-huit", "nineteen ninety-eight".
func (f *Finder) yearWords(i int) (n, after int, ok bool) {
	x, vague, next, found := f.numberWords(i)
	if !found || vague {
		return 0, 0, false
	}
	n = int(x)
	if n >= 1000 && n < 2200 && next > i+1 {
		return n, next, true
	}
	if n >= 10 && n <= 21 && !f.pack.vigesimal && next < len(f.tokens) && f.tokens[next].Flags&BreakBefore == 0 {
		if y, vague, end, found := f.numberWords(next); found && !vague && y >= 10 && y < 100 {
			return n*100 + int(y), end, true
		}
	}
	return 0, 0, false
}
