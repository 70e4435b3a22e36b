import type { SectionId } from '#core/domain/quantity.ts'
import type { Outcome } from '#core/protocol/chat/frames.ts'
import {
  type Nearest,
  nearestIncident,
  nearestPace,
  nearestResult,
  nearestSection,
  nearestSpeed,
  nearestStart,
  nearestToCome,
  nearestTrend,
} from './nearest-facts.ts'

/** A question that the documents do not hold: said so, with what is nearest and how to know. */
export type Beyond = {
  readonly said: string
  readonly nearest?: (section: SectionId | undefined) => Nearest
  /** What to record, film or ask. */
  readonly toKnow?: string
  readonly suggestions: readonly string[]
  readonly outcome?: Outcome
}

const aboutDriving = [
  'Where do I lose time?',
  'Whose onboard do I watch?',
  'Which half of the section is it?',
]
const offTopic = ['Where do I lose time?', 'What can I ask?']

export const beyond: Readonly<Record<string, Beyond>> = {
  braking: {
    said: 'Braking is not in the timing.',
    nearest: nearestSection,
    toKnow:
      'Film a lap with the brake marks in view, or log brake pressure, and lay it beside the onboard of the nearest quicker car there.',
    suggestions: aboutDriving,
  },
  line: {
    said: 'The line is not in the timing.',
    nearest: nearestSection,
    toKnow: 'Film your onboard and watch it beside that of the nearest quicker car.',
    suggestions: aboutDriving,
  },
  throttle: {
    said: 'The throttle is not in the timing.',
    nearest: nearestSection,
    toKnow: 'Log the throttle, or listen for it on an onboard film.',
    suggestions: aboutDriving,
  },
  gears: {
    said: 'Gears and revs are not in the timing.',
    nearest: () => nearestSpeed,
    toKnow: 'Film the dash, or log engine speed and gear.',
    suggestions: ['What was my top speed?', 'Where do I lose time?'],
  },
  tyres: {
    said: 'Tyres are not in the timing.',
    nearest: () => nearestTrend,
    toKnow: 'Note pressures and temperatures when the car comes in, with the lap number.',
    suggestions: ['Did I fade at the end?', 'Did the track get quicker or did I?'],
  },
  fuel: {
    said: 'Fuel is not in the timing.',
    nearest: () => nearestTrend,
    toKnow: 'Note the fuel put in and left over.',
    suggestions: ['Did I fade at the end?', 'What was my pace?'],
  },
  engine: {
    said: 'Engine and power are not in the timing.',
    nearest: () => nearestSpeed,
    toKnow: 'Log engine speed and temperatures, and ask the scrutineers about what is allowed.',
    suggestions: ['Am I down on the straight or in the corners?', 'What was my top speed?'],
  },
  setup: {
    said: 'The set-up is not in the timing.',
    nearest: nearestSection,
    toKnow:
      'Note each change with the lap it was driven from, so that laps before and after can be compared.',
    suggestions: ['Compare my two races', 'Where do I lose time?'],
  },
  telemetry: {
    said: 'Those channels are not in the timing: it holds times at the loops, and a trap speed where one was measured.',
    nearest: nearestSection,
    toKnow: 'Log them in the car and lay them over the lap that you want to know about.',
    suggestions: ['Take my best lap apart', 'What was my top speed?'],
  },
  launch: {
    said: 'Reaction and launch are not in the timing: its first loop comes after them.',
    nearest: () => nearestStart,
    toKnow: 'Film the start with the lights or the flag in view, and count the frames.',
    suggestions: ['How many places did I make up on lap 1?', 'Who made up the most places?'],
  },
  'crash-cause': {
    said: 'What happened between the loops, and whose doing it was, is not in the timing.',
    nearest: () => nearestIncident,
    toKnow: "Film from the car, and the stewards' reports, would tell.",
    suggestions: ['What happened on that lap?', 'Were there any yellows?'],
  },
  'driver-name': {
    said: 'Nothing of persons or teams is kept, no names either: a driver is known by the number of the car.',
    nearest: () => nearestResult,
    toKnow: 'Say the number of a car, and I show what it did.',
    suggestions: ['Who won?', 'What are the results of that car?'],
  },
  'other-seasons': {
    said: 'Only the published season is in the data: no other years, series or visits.',
    nearest: () => nearestPace,
    suggestions: ['Which races are there?', 'What are my results of the season?'],
  },
  'other-sessions': {
    said: 'Only races are in the data: no qualifying, practice or test days.',
    nearest: () => nearestStart,
    toKnow: 'Keep the timing sheet of that session and lay it beside the race.',
    suggestions: ['What was my best lap?', 'How many places did I make up at the restart?'],
  },
  prediction: {
    said: 'What will happen is not in the data, and I do not guess.',
    nearest: () => nearestToCome,
    suggestions: ['What is on the card for the next race?', 'What would be a good time tomorrow?'],
  },
  medical: {
    said: 'That is not in the data, and it is a question for a doctor or the medical centre at the track.',
    toKnow: 'See them before you get in the car.',
    suggestions: ['How was my race?'],
  },
  legal: {
    said: 'Rules and rulings are not in the data; that is for the stewards and the regulations of the series.',
    nearest: () => nearestResult,
    suggestions: ['Why is my result different from the road?', 'Did they take one of my laps?'],
  },
  insult: {
    said: 'That did not help, then. Tell me which number looks wrong, and I show where it comes from.',
    suggestions: ['How do you know?', 'Where do I lose time?'],
    outcome: 'off-topic',
  },
  'small-talk': {
    said: 'I am a machine that reads timing sheets. Code looks up every number; I have no opinions beyond them.',
    suggestions: offTopic,
    outcome: 'off-topic',
  },
  injection: {
    said: 'I answer from the timing of these races, and only from that.',
    suggestions: offTopic,
    outcome: 'off-topic',
  },
  'other-language': {
    said: 'I only understand English: please ask again in English.',
    nearest: nearestSection,
    suggestions: offTopic,
    outcome: 'off-topic',
  },
  'off-topic': {
    said: 'That has nothing to do with these races, so I cannot help with it.',
    suggestions: offTopic,
    outcome: 'off-topic',
  },
}

/** Topics that answers from the timing say besides that it does not hold. */
const alsoSaid = new Set(
  'braking line throttle gears tyres fuel engine setup telemetry launch other-seasons other-sessions'.split(
    ' ',
  ),
)

/** That a topic is not in the timing, in a sentence. */
export function notTimed(topic: string): string | undefined {
  return alsoSaid.has(topic) ? beyond[topic]?.said : undefined
}
