import type { Scope } from '#core/protocol/chat/scope.ts'

const part = '(?:section|sector|split|segment|bit|part|piece|stretch|corner|corners|turn|turns)'
const at = '(?:in|through|on|over|at|for|around|during|across|within|inside|into)'
/** "In this sector", "through this bit". */
const inThis = new RegExp(
  `\\b${at} (?:this|these)(?: (?:one|same|very|whole|entire))*(?: ${part})?(?=[?!.,]|$| (?!lap|race|track|weekend|year|season|car|time|hour|week|month|window|stint|data|sheet|app|page|chat)\\w)`,
  'g',
)
/** "Is this my worst sector?" */
const isThis = new RegExp(
  `\\b(is|was) this (?=(?:my|his|her|our|the|a|an|car \\w+'s?)\\b.*\\b${part}\\b)`,
  'g',
)
const aThis = new RegExp(`\\b(?:this|these) ${part}\\b`, 'g')
const here =
  /(?<!\b(?:around|from|out|up|down|over|get|got|go|come|came|been|new|again|race|raced|races|racing|track|live) )\b(?:right |just |through |in |over |round |around )*here\b/g

/** What is asked of a race or of a lap, and of no part of it. */
const ofWhole =
  /\b(?:w[io]n|winner|finish\w*|results?|places?|positions?|podium|weather|rain\w*|hot|temperature|race|start\w*|stops?|pit\w*|yellows?|flags?|cars? (?:are|were)|record|leader|led|first time|laps? (?:are|were|did))\b/
const namesPart =
  /\b(?:sec(?:tion|tor)s? ?(?:[123]|one|two|three)|s[123][ab]?|(?:first|second|third|middle|last|final) (?:section|sector)|turns? \w?\d|t\d)\b/

/** "How good am I in this sector?", "and here?": the section that the screen shows, said so. */
export function namingShown(text: string, section: Scope['section']): string {
  if (section === undefined || namesPart.test(text)) return text
  const named = `section ${section.slice(1)}`
  const said = text
    .replaceAll(inThis, `in ${named}`)
    .replaceAll(isThis, `$1 ${named} `)
    .replaceAll(aThis, named)
  if (said !== text) return said
  return ofWhole.test(text) ? text : text.replaceAll(here, `in ${named}`)
}
