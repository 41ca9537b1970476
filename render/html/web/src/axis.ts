// How the axis says its dates: in the page's language, in UTC, and with years
// before our era counted as people count them.
import { DAY, type Words } from "./data";

/** Year 0 of astronomers is 1 BC. */
export function yearName(year: number, words: Words): string {
  return year > 0 ? String(year) : words.BC.replace("{n}", String(1 - year));
}

type Instant = { valueOf(): number };

const two = (n: number): string => String(n).padStart(2, "0");

export function minorLabel(words: Words) {
  return (at: Instant, scale: string): string => {
    const date = new Date(at.valueOf());
    switch (scale) {
      case "year":
        return yearName(date.getUTCFullYear(), words);
      case "month":
        return words.Months[date.getUTCMonth()] ?? "";
      case "week":
      case "weekday":
      case "day":
        return String(date.getUTCDate());
      default:
        return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
    }
  };
}

export function majorLabel(words: Words) {
  return (at: Instant, scale: string): string => {
    const date = new Date(at.valueOf());
    const year = yearName(date.getUTCFullYear(), words);
    switch (scale) {
      case "year":
        return "";
      case "month":
        return year;
      case "week":
      case "weekday":
      case "day":
        return `${words.LongMonths[date.getUTCMonth()] ?? ""} ${year}`;
      default:
        return `${date.getUTCDate()} ${words.LongMonths[date.getUTCMonth()] ?? ""} ${year}`;
    }
  };
}

/** A window in words, no finer than it is wide: "2019 – 2024", "mars 2022 – avril 2022". */
export function windowName(from: number, to: number, words: Words): string {
  const name = (at: number): string => {
    const date = new Date(at);
    const year = yearName(date.getUTCFullYear(), words);
    const month = words.LongMonths[date.getUTCMonth()] ?? "";
    if (to - from > 4 * 366 * DAY) return year;
    return to - from > 90 * DAY ? `${month} ${year}` : `${date.getUTCDate()} ${month} ${year}`;
  };
  const first = name(from);
  const last = name(to - 1);
  return first === last ? first : `${first} – ${last}`;
}

/** The ISO day of an instant, for addresses: signed six-digit years where needed, as Date reads them. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().replace(/T.*/, "");
}
