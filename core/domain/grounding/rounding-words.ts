import type { Known } from './known.ts'

const words =
  '(?:(?:just|well|slightly|a little|a bit) )?(?:over|under|above|below|more than|less than|at least|at most|nearly|almost|up to|as much as|close to)'
const typedTime = String.raw`(?=[+−-]?\d+[.,:]\d|\d+ ?(?:ms|s|tenths?|hundredths?|seconds?)\b|half a (?:second|tenth)|(?:three )?(?:a )?quarters? of a second|(?:a|one|two|three|four|five|six|seven|eight|nine) (?:second|tenth|hundredth|thousandth)s?\b|a couple of (?:tenths|hundredths))`
const beforeTime = new RegExp(`\\b${words} ${typedTime}`, 'gi')
const beforeCite = new RegExp(String.raw`\b${words} (?=\[\s*(F\d{1,4})\s*\])`, 'gi')

/** "just over half a second" becomes the half second: the fact's exact text stands in its place. */
export function withoutRoundingWords(draft: string, { byLabel }: Known): string {
  return draft.replaceAll(beforeTime, '').replaceAll(beforeCite, (whole, label: string) => {
    const unit = byLabel.get(label)?.fact.unit
    return unit === 'ms' ? '' : whole
  })
}
