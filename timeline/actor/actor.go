// Package actor finds in a clause who acts and what kind of act it is: states
// by ISO 3166-1 alpha-3 (former ones by ISO 3166-3), organisations, people,
// places, and one of PLOVER's sixteen event types with its status.
//
// The words of a language are data: actors.yaml and acts.yaml in its folder.
// This package knows none.
package actor

// A Kind is the sort of words by which a text names something.
type Kind uint8

const (
	Name        Kind = iota // a proper name: "Russie"
	Demonym                 // a people or its adjective: "russe"
	Capital                 // a capital: "Moscou"
	Seat                    // a seat of power: "le Kremlin"
	Region                  // a city or region that is not a capital
	Titled                  // a person found by a title: "le président Poutine"
	Holder                  // a person by office alone: "le président russe"
	Institution             // a body of the state that the article is about: "le gouvernement"
)

// A Role is what a clause shows someone to do in its act.
type Role uint8

const (
	NoRole Role = iota
	Source      // who acts
	Target      // who is acted upon or addressed
)

func (r Role) String() string { return [...]string{"", "source", "target"}[r%3] }

// A Ref is a stretch of the text, by byte offsets, that names someone or something.
type Ref struct {
	Start, End int
	// Code is ISO 3166 alpha-3 for a state and for the state of a place, our list's
	// code for an organisation, and for a person the key that spellings share
	// ("vladimir putin"); empty for an unknown Holder and a place of no state.
	Code string
	// Name is the words of the text, a person's without the title, in the spelling of the
	// people known to FindIn; empty for a Holder whom they do not tell.
	Name string
	Kind Kind
	Role Role
	// Office and Of tell a person's office ("president") and whose ("RUS"), where said;
	// Of also where the people known to FindIn tell it.
	Office, Of string
}

// A Status tells an act that is not said to have happened; empty: it happened.
type Status string

const (
	Happened   Status = ""
	Planned    Status = "planned"
	Denied     Status = "denied" // also a negated act
	Cancelled  Status = "cancelled"
	Threatened Status = "threatened"
	Possible   Status = "possible"
)

// An Act is the head of an event: the words from Start to End say an act of PLOVER's Type.
//
// A threat, a refusal or a demand is an act that did happen ("threaten",
// "reject", "request"); what is threatened, refused or demanded is another Act,
// whose Status says so.
type Act struct {
	Type       string
	Start, End int
	Verb       bool // said by a verb, not by a noun
	Passive    bool
	Status     Status
	Weight     int // how much the act is the clause's head; comparable in one clause
}

// Found is what a clause names.
type Found struct {
	States, Orgs, People, Places []Ref
	Act                          Act   // the clause's head; Type "" where none was found
	Acts                         []Act // every act in text order, Act among them
	Status                       Status
}

// Actors lists the codes of the states and organisations of f, each once: the
// sources, then those of no role, then the targets. Someone who acts for a state
// brings it in, and so does the state that a journey goes to.
func (f *Found) Actors() []string {
	var buffer [8]string
	out := buffer[:0] // on the stack: most texts name a few, and one copy is made of them
	for _, role := range [...]Role{Source, NoRole, Target} {
		for _, refs := range [...][]Ref{f.States, f.Orgs} {
			for i := range refs {
				r := &refs[i]
				if r.Role == role && r.Code != "" && !contains(out, r.Code) {
					out = append(out, r.Code)
				}
			}
		}
		for i := range f.People {
			r := &f.People[i]
			if r.Role == role && (r.Role != NoRole || f.Act.Type == "") && r.Of != "" && !contains(out, r.Of) { // no act, no roles
				out = append(out, r.Of)
			}
		}
		for i := range f.Places {
			r := &f.Places[i]
			if r.Role == role && r.Role != NoRole && r.Code != "" && !contains(out, r.Code) {
				out = append(out, r.Code)
			}
		}
	}
	if len(out) == 0 {
		for i := range f.People { // "Emmanuel Macron est réélu"
			r := &f.People[i]
			if r.Of != "" && !contains(out, r.Of) {
				out = append(out, r.Of)
			}
		}
	}
	if len(out) == 0 {
		switch f.Act.Type {
		case "assault", "coerce", "protest", "accuse": // what befalls a country concerns its state
			for i := range f.Places {
				r := &f.Places[i]
				if r.Code != "" && !contains(out, r.Code) {
					out = append(out, r.Code)
				}
			}
		}
	}
	return append([]string(nil), out...)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// types are PLOVER's event types in the order of its four quad classes.
var types = [...]string{
	"", "agree", "consult", "support", "concede",
	"cooperate", "aid", "retreat",
	"request", "accuse", "reject", "threaten",
	"protest", "sanction", "mobilize", "coerce", "assault",
}

// Quad gives the quad class of a PLOVER type: "verbal cooperation", "material
// cooperation", "verbal conflict" or "material conflict"; empty for no type.
func Quad(eventType string) string {
	for i, t := range types {
		switch {
		case t != eventType || i == 0:
		case i <= 4:
			return "verbal cooperation"
		case i <= 7:
			return "material cooperation"
		case i <= 11:
			return "verbal conflict"
		default:
			return "material conflict"
		}
	}
	return ""
}
