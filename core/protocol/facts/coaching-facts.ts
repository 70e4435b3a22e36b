import type { FactKind } from '#core/domain/fact-text.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import { sectionName } from '#core/domain/fact-text.ts'
import { carInRaceId } from '../documents/collections.ts'
import type { CoachingDocument } from '../documents/coaching-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { correctedLapIds } from './corrected-lap-ids.ts'

type Context = FactContext<CoachingDocument>
type Entry = FactEntry<CoachingDocument>
type CardField = 'card' | 'previousCard'

function cardFacts(at: CardField): readonly Entry[] {
  const card = ({ document }: Context) => document[at] ?? undefined
  const pattern = (context: Context, ...fields: string[]) => {
    const { raceId, quantity } = card(context) ?? {}
    if (raceId === undefined || quantity === undefined) return []
    const id = carInRaceId(raceId, context.document.car)
    return fields.map((field) =>
      factIdOf('ml_pattern_recommendations', id, `sections.${quantity}.${field}`),
    )
  }
  const fact = (
    field: string,
    kind: FactKind,
    what: string,
    operands?: Entry['operands'],
  ): Entry => ({
    field: `${at}.${field}`,
    kind,
    label: (context) => {
      const section = sectionName(card(context)?.quantity ?? '')
      return `Car ${context.document.car}, card of ${card(context)?.raceId ?? ''}, ${section}: ${what}`
    },
    ...(operands && { operands }),
  })
  const bothRaces = (context: Context) => correctedLapIds(context.document, card(context))
  return [
    fact('quantity', 'section', 'what to work on', (context) => pattern(context, 'paceGapMs')),
    fact('paceGapMs', 'gap', 'off the quick quarter', (context) => pattern(context, 'paceGapMs')),
    fact('repeatGainMs', 'gap', 'repeat gain', (context) => pattern(context, 'repeatGainMs')),
    fact('aimGapMs', 'gap', 'aim, off the quick quarter', (context) =>
      pattern(context, 'paceGapMs', 'repeatGainMs'),
    ),
    fact('check.verdict', 'word', 'held against race 2', bothRaces),
    fact('check.shiftMs', 'gap', 'how far it moved in race 2', bothRaces),
    fact('check.lowMs', 'gap', 'how far, low end', bothRaces),
    fact('check.highMs', 'gap', 'how far, high end', bothRaces),
    fact('check.usualShiftMs', 'gap', 'how far cars with a card usually moved', bothRaces),
    fact('check.othersAsMuch.*', 'count', 'other cars that moved as far, of how many', bothRaces),
  ]
}

/** The facts of coaching_insights. */
export const coachingFacts: readonly Entry[] = [...cardFacts('card'), ...cardFacts('previousCard')]
