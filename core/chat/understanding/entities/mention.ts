import type { TrackId } from '#core/domain/ids.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'

/** Figures that a question may name; it then gets that figure by its definition (D6, D7, D12–D20). */
const figures = [
  'mean',
  'median',
  'std',
  'spread',
  'best',
  'worst',
  'ideal',
  'composite',
  'joint-composite',
  'gap-to-composite',
  'gap-to-joint',
  'potential',
  'pace',
  'pace-gap',
  'quick-quarter',
  'field-median',
  'consistency-score',
  'steadiness',
  'trend',
  'repeat-gain',
  'target',
  'top-speed',
  'interval',
  'position',
  'rank',
  'lap-time',
] as const
export type Figure = (typeof figures)[number]

/** What a question compares with, besides cars by number. */
const references = ['field', 'quick-quarter', 'own-best', 'composite', 'ideal'] as const
export type Reference = (typeof references)[number]

/** Cars that are named by what they did; who that is, the documents tell. */
export type Partner =
  | { readonly as: 'winner' | 'fastest' | 'leader' | 'teammate' | 'ahead' | 'behind' }
  | { readonly as: 'position'; readonly position: number }

const lapNames = ['best', 'worst', 'last', 'restart', 'in', 'out', 'previous', 'next'] as const
export type LapName = (typeof lapNames)[number]

/** Times that others are counted or ranked against. */
const measures = ['best', 'worst', 'mean', 'median', 'ideal', 'composite'] as const
export type Measured = (typeof measures)[number]
export type Side = 'below' | 'above'
/** What two of may be held beside each other: the lap is the one that is named. */
export type Differing = Measured | 'second' | 'lap' | 'race-best'

/** What a question wants of the laps beyond a figure over all of them; a figure alone would not answer it. */
export type Wanted =
  /** "The mean of my five best laps in a row". */
  | { readonly as: 'row'; readonly laps: number; readonly end: 'best' | 'worst' }
  /** "My second best lap". */
  | { readonly as: 'nth'; readonly nth: number; readonly end: 'best' | 'worst' }
  /** "How many laps under 1:39": `toMs` ends a range, as in "how many 1:38s". */
  | {
      readonly as: 'limit'
      readonly side: Side
      readonly limitMs: number
      readonly toMs?: number
    }
  /** "Within half a second of my best": by time, or by percent of it. */
  | {
      readonly as: 'within'
      /** "Outside half a second of my best". */
      readonly isOutside?: true
      readonly of: Measured
      readonly ms?: number
      readonly percent?: number
    }
  /** "How many laps were quicker than my median?" */
  | { readonly as: 'side'; readonly side: Side; readonly of: Measured }
  /** "Which lap was closest to my average?" */
  | { readonly as: 'nearest'; readonly of: Measured }
  /** "Within a second of the car ahead", at the line. */
  | { readonly as: 'close'; readonly ms: number }
  /** "What time of day was that?" */
  | { readonly as: 'clock' }
  /** "The total time of laps 5 to 9"; `isLoss`: what they are over the quickest. */
  | { readonly as: 'sum'; readonly isLoss?: true }
  /** "The difference between my mean and my median": first less second. */
  | { readonly as: 'difference'; readonly of: readonly [Differing, Differing] }
  /** "Is a 1:38.2 good here?": a time that is only named. */
  | { readonly as: 'worth'; readonly timeMs: number }

/** Something that a question names, before it is known which one that is. */
export type Mention =
  | { readonly type: 'track'; readonly trackId: TrackId }
  /** A circuit that the season does not have. */
  | { readonly type: 'no-track'; readonly text: string }
  | { readonly type: 'race'; readonly raceNumber: number }
  | { readonly type: 'race-day'; readonly weekday: number }
  | { readonly type: 'race-date'; readonly month: number; readonly day: number }
  | { readonly type: 'races'; readonly which: 'both' | 'all' | 'other' | 'opener' | 'finale' }
  | { readonly type: 'car'; readonly number: string }
  /** A number that may be a car or a lap. */
  | { readonly type: 'bare'; readonly number: string }
  | { readonly type: 'own-car' }
  /** The car that is named is what something is compared with: "to 22", "than 22". */
  | { readonly type: 'compared' }
  | { readonly type: 'lap'; readonly lap: number }
  /** "With five laps to go", "at half distance": a lap that the length of the race tells. */
  | { readonly type: 'moment'; readonly toGo: number | 'half' }
  | { readonly type: 'laps'; readonly from: number; readonly to: number }
  | { readonly type: 'lap-name'; readonly name: LapName }
  | { readonly type: 'section'; readonly section: SectionId | SubSectionId }
  /** "Sector 4": a track has three. */
  | { readonly type: 'no-section'; readonly text: string }
  | { readonly type: 'corner'; readonly corner: string }
  /** A corner by a name of its own: sheets and maps have numbers. */
  | { readonly type: 'named-corner'; readonly name: string }
  | { readonly type: 'figure'; readonly figure: Figure }
  | { readonly type: 'wanted'; readonly wanted: Wanted }
  | { readonly type: 'reference'; readonly reference: Reference }
  | { readonly type: 'partner'; readonly partner: Partner }
  | { readonly type: 'position'; readonly position: number; readonly isTop: boolean }
  | { readonly type: 'without'; readonly laps: readonly number[] }
  | { readonly type: 'without-name'; readonly name: LapName }
  /** The lap that the question before was about. */
  | { readonly type: 'without-that' }
  | { readonly type: 'stretch'; readonly from?: number; readonly to?: number }
  | {
      readonly type: 'end'
      readonly end: 'first' | 'last'
      readonly laps: number
      /** All but these. */
      readonly isLeftOut?: true
    }
  | { readonly type: 'share'; readonly part: number; readonly of: number }
  | { readonly type: 'after-restart' }
  | { readonly type: 'before-restart' }
  /** "After my stop": where that was, the documents tell. */
  | { readonly type: 'around-stop'; readonly side: 'before' | 'after' }
  | { readonly type: 'without-traffic' }
  /** "The second best": that one in the order of what is asked for; `isNext` where it was only said to be the next. */
  | { readonly type: 'nth'; readonly nth: number; readonly isNext?: true }
  /** "And the others?": what an answer left out of its order. */
  | { readonly type: 'rest' }
  | { readonly type: 'me' }
  /** Somebody else, spoken of before. */
  | { readonly type: 'him' }
  /** "that", "there", "him": the question leans on the one before. */
  | { readonly type: 'pronoun' }
