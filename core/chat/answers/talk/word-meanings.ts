/** A word of docs/VOCABULARY.md as a driver is told it. `figure` is the field of a car that shows it. */
export type WordMeaning = {
  /** What it is called, the longer ones told apart first. */
  readonly words: readonly string[]
  readonly meaning: readonly string[]
  readonly figure?: string
}

/** Words for comparing. */
export const comparingWords: readonly WordMeaning[] = [
  {
    words: ['joint composite'],
    meaning: [
      'The joint composite is the best-case composite made so that it is never slower than a lap really driven.',
      'It matters where a timing loop missed cars.',
    ],
    figure: 'gapToJointMs',
  },
  {
    words: [
      'best-case composite',
      'best case composite',
      'composite',
      'perfect lap',
      'ultimate lap',
    ],
    meaning: [
      'The best-case composite is the best of each section, whoever drove it, added up.',
      'No car drove that lap, so it is a mark to look at and not a target.',
    ],
    figure: 'gapToCompositeMs',
  },
  {
    words: ['ideal lap', 'ideal', 'theoretical best', 'optimal lap'],
    meaning: [
      "The ideal lap is a car's own best sections put together.",
      'They may come from laps far apart, so it was not driven in one go.',
    ],
    figure: 'idealLapMs',
  },
  {
    words: ['potential'],
    meaning: [
      "The potential is how far the best lap is off the car's own best sections put together.",
    ],
    figure: 'potentialMs',
  },
  {
    words: ['quick quarter', 'quickest quarter'],
    meaning: [
      'The quick quarter is the pace that a quarter of the cars of the field reach or better.',
      'It is what pace is compared with: quick, and driven by real cars all race long.',
    ],
    figure: 'lap.paceGapMs',
  },
  {
    words: ['pace gap', 'off the quick quarter'],
    meaning: [
      'The pace gap is the pace less that of the quick quarter of the field; above zero is slower.',
    ],
    figure: 'lap.paceGapMs',
  },
  {
    words: ['repeat gain'],
    meaning: [
      "The repeat gain is how much better than normal a car's own best quarter of laps is: what repeating it would bring.",
    ],
    figure: 'lap.repeatGainMs',
  },
  {
    words: ['target'],
    meaning: [
      'The target is what a car reaches on a quarter of its own laps, the track taken out.',
    ],
    figure: 'lap.targetMs',
  },
  {
    words: ['consistency score', 'consistency', 'consistent'],
    meaning: [
      "The consistency score is the share of green laps that lie within half a percent of the car's own pace, the track taken out.",
    ],
    figure: 'consistencyScore',
  },
  {
    words: ['steadiness', 'steady'],
    meaning: [
      'Steadiness is how near the laps lie together: half of them lie within plus or minus that time, the track taken out.',
    ],
    figure: 'steadyMs',
  },
  {
    words: ['trend', 'improving', 'fading'],
    meaning: [
      'The trend is how a car moved against the field from lap to lap, the track taken out.',
      'It is told as gained or lost only where it is beyond chance.',
    ],
    figure: 'trend.slopeMsPerLap',
  },
  {
    words: ['corrected', 'track taken out', 'corrected time', 'correction'],
    meaning: [
      'Corrected means that what the lap did to the whole field is taken out, so that laps of one race compare.',
      'Such a time was not driven; opening it shows the driven time and the correction.',
    ],
  },
  {
    words: ['field effect', 'track effect'],
    meaning: ['The field effect is by how much a lap was slow or quick for everyone at once.'],
  },
]
