import type { ScreenContext, Scope } from '#core/protocol/chat/scope.ts'
import type { Doubt } from './context/corrected.ts'
import type { Intent, Need } from './intents/intent.ts'
import type { Figure, LapName, Partner, Reference, Wanted } from './entities/mention.ts'

/** A choice to click: the question to ask then, and what to add to what the screen shows. */
export type Choice = {
  readonly label: string
  readonly text: string
  readonly context?: ScreenContext
}

/** What an answer needs and nobody said; `choices` is empty where they are too many or not known here. */
export type Missing = {
  readonly what: Need | 'car-or-lap' | 'which-car'
  readonly choices: readonly Choice[]
}

/** Something that was named and is not in the season. */
export type Unknown = {
  readonly what: 'track' | 'car' | 'lap' | 'race' | 'section' | 'corner' | 'corner-name'
  readonly text: string
}

/** Where in the order of an answer something stands. */
export type OrderAsked = {
  readonly nth?: number
  readonly isNext?: boolean
  readonly isRest?: boolean
}

/** Laps one after the other. */
export type Stretch = { readonly from: number; readonly to: number }

/** One question of a message, as it was understood. */
export type Part = {
  /** The piece of the message, spelling put right. */
  readonly text: string
  readonly intent: string
  readonly kind: Intent['kind']
  /** 0 to 1: the probability the classifier gives it; 1 where a rule decided. */
  readonly confidence: number
  readonly isFollowUp: boolean
  /** "How do you know that …": the sources are asked for besides. */
  readonly isDoubted?: boolean
  readonly scope: Scope
  readonly figures: readonly Figure[]
  readonly references: readonly Reference[]
  /** What it wants of the laps besides a figure over all of them. */
  readonly wanted?: Wanted
  readonly partners: readonly Partner[]
  /** "The winner's average": the one partner is whom it is about. */
  readonly isOfPartner: boolean
  /** What is asked besides and the answer of its intent does not take into account, in words. */
  readonly untaken?: readonly string[]
  /** All sections that were named. */
  readonly sections: readonly NonNullable<Scope['section']>[]
  /** Stretches of laps that were named beside each other. */
  readonly stretches?: readonly Stretch[]
  /** Laps that only the documents can tell. */
  readonly lapNames: readonly LapName[]
  /** Laps to leave out that only the documents can tell. */
  readonly withoutNames: readonly LapName[]
  /** Only the laps before or after the own pit stop. */
  readonly aroundStop?: 'before' | 'after'
  readonly corners: readonly string[]
  readonly position?: { readonly position: number; readonly isTop: boolean }
  /** "The second best": which one in the order of what is asked for; `isRest`: those that an answer left out of it. */
  readonly order?: OrderAsked
  /** Topics that timing does not show and that the question touches besides. */
  readonly beyond: readonly string[]
  readonly unknown: readonly Unknown[]
  /** "Lap 6, or was it 7?": which one was taken. */
  readonly doubt?: Doubt
  readonly missing?: Missing
  /** Set where it is not sure what is asked: the likeliest intents, the first being `intent`. */
  readonly unsure?: readonly string[]
}

export type Understanding = {
  readonly parts: readonly Part[]
  /** All parts together, as it is told to the driver. */
  readonly scope: Scope
  /** Of the first part that cannot be answered without it. */
  readonly missing?: Missing
  readonly unsure?: readonly string[]
}
