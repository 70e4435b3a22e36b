import type { Scope } from '#core/protocol/chat/scope.ts'

/** Figures that an order of the field is asked for after they were told. */
const figures: Readonly<Record<string, string>> = {
  'top-speed': 'top speed',
  'mean-lap': 'average lap time',
  'median-lap': 'median lap time',
  'ideal-lap': 'ideal lap',
  'best-lap': 'best lap',
  'lap-std': 'standard deviation',
  consistency: 'steadiness',
}
const rankAlone =
  /^(?:(?:and|so|ok|but) )*(?:(?:my|the|what(?:'s| is| was)? my) )?(?:rank(?:ing|ed)?|where do i rank|where does that (?:rank|put me|leave me))(?: (?:there|then|for (?:that|it)|in (?:that|it)))*[?!. ]*$/
const whoWasFastest =
  /^(?:(?:and|so|ok|but) )*(?:who|which car) (?:was|is|went|had) (?:the )?(?:fastest|quickest|highest|best)(?: (?:there|then|one|of all))*[?!. ]*$/

/** "More than 13?", "is 13 better?" after the own consistency. */
const moreThan =
  /^(?:(?:and|so|ok|but) )*(?:more|less|better|worse|steadier|more so) than (?<whom>(?:car |#|the )?[\w ]{1,12})[?!. ]*$/

/** "Rank?" after a top speed is of top speeds, said so; "who was fastest?" too. */
export function namingThatFigure(
  text: string,
  last: { readonly scope: Scope } | undefined,
): string {
  const figure = last?.scope.intents.map((id) => figures[id]).find((one) => one !== undefined)
  if (figure === undefined) return text
  const whom = last?.scope.intents.includes('consistency') ? moreThan.exec(text)?.groups : undefined
  if (whom !== undefined) return `was i more consistent than ${whom['whom']}`
  if (rankAlone.test(text)) return `my rank by ${figure}`
  return figure === 'top speed' && whoWasFastest.test(text) ? 'who had the highest top speed' : text
}
