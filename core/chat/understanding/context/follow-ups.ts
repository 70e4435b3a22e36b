type FollowUps = {
  /** The intents of the answer before. */
  readonly after: readonly string[]
  /** What is asked then; the order of the words and those that carry nothing are free. */
  readonly says: readonly string[]
  /** The same in full; in braces what the answer before told. */
  readonly means: string
}

/** Short questions that only the answer before makes whole, and what they mean. */
export const followUps: readonly FollowUps[] = [
  {
    after: ['consistency', 'spread', 'lap-std'],
    says: [
      'which lap ruined it',
      'which laps ruined it',
      'which lap hurt it',
      'which lap hurt it most',
      'which lap was the odd one',
      'which lap was to blame',
      'which lap was the worst',
      'which was the worst lap',
      'which one was the worst',
      'which lap cost me most',
    ],
    means: 'what was {my} worst lap',
  },
  {
    after: ['ideal-lap'],
    says: [
      'how far am i from it',
      'how far was i from it',
      'how far am i off it',
      'how far off it was i',
      'how far off am i',
      'how close did i get',
      'how close did i get to it',
      'how close was i',
      'how close was i to it',
      'how much did i miss it by',
      'by how much did i miss it',
      'how much slower was i',
    ],
    means: 'how far is {my} best lap from {my} ideal lap',
  },
  {
    after: ['trend', 'track-or-me'],
    says: [
      'from when',
      'since when',
      'when did it start',
      'from which lap',
      'from what lap',
      'starting when',
      'where did it start',
      'when did it begin',
      'which lap did it start',
    ],
    means: 'from which lap did {my} pace drop',
  },
  {
    after: ['trend'],
    says: [
      'by how much a lap',
      'how much a lap',
      'how much per lap',
      'by how much per lap',
      'how much was it a lap',
      'how many tenths a lap',
      'how much each lap',
      'how much every lap',
    ],
    means: 'how much did {my} pace drop off per lap over the race',
  },
  {
    after: ['position', 'gaps'],
    says: [
      'off the podium',
      'how far off the podium',
      'how far off the podium was i',
      'how far from the podium',
      'how far was i from the podium',
      'the podium',
      'gap to the podium',
      'what about the podium',
    ],
    means: 'how far off the podium was {i}',
  },
  {
    after: ['work-on', 'card', 'radio-line', 'where-time'],
    says: [
      'how much is it worth',
      'what is it worth',
      'how much is that worth',
      'how much would it bring',
      'what would it bring',
      'what would that gain me',
      'what would i gain',
      'how much would i gain',
      'how much time is in it',
      'how much is in it',
      'how much is there',
    ],
    means: 'what would {i} gain by repeating {my} best laps in {section}',
  },
  {
    after: ['phases'],
    says: [
      'slower than the first',
      'was it slower',
      'slower than the first half',
      'by how much',
      'how much',
      'how much slower',
      'worse than the first',
    ],
    means: 'was {my} second half slower than {my} first half',
  },
  {
    after: ['phases'],
    says: [
      'quicker than the first',
      'was it quicker',
      'quicker than the first half',
      'better than the first',
    ],
    means: 'was {my} second half quicker than {my} first half',
  },
  {
    after: ['pit-stops'],
    says: [
      'how many places did it cost',
      'how many places did it cost me',
      'what did it cost me in places',
      'how many places did i lose',
      'how many places',
      'places lost',
      'did i lose places',
      'did it cost me places',
      'did it cost places',
    ],
    means: 'how many places did {my} stop cost',
  },
  {
    after: ['pit-stops'],
    says: [
      'how long compared with the leader',
      'longer than the leader',
      'slower than the leader',
      'quicker than the leader',
      'compared with the leader',
      'how was the leader',
      'what about the leader',
    ],
    means: "how long was {my} stop compared with the winner's stop",
  },
  {
    after: ['compare-cars', 'where-time'],
    says: ['was he quicker in race 1', 'was she quicker in race 1', 'was he quicker race 1'],
    means: 'was {other} faster than me in race {number}',
  },
  {
    after: ['compare-cars', 'where-time'],
    says: ['was i quicker in race 1', 'was i quicker than him in race 1'],
    means: 'was i faster than {other} in race {number}',
  },
  {
    after: ['lap-apart', 'lap-story', 'lap-clock', 'why-slow', 'gaps', 'position'],
    says: [
      'was it a clean one',
      'was it clean',
      'was it a clean lap',
      'did it count',
      'does it count',
      'was it counted',
      'was that one counted',
    ],
    means: 'did {lap} count',
  },
  {
    after: ['lap-apart', 'lap-story', 'lap-clock', 'why-slow'],
    says: [
      'what position was i in',
      'what place was i in',
      'where was i then',
      'where was i running',
      'what position was that',
      'which place was i',
    ],
    means: 'what position was {i} in on {lap}',
  },
  {
    after: ['flags'],
    says: [
      'did anyone pit under it',
      'did anyone pit during it',
      'who pitted under it',
      'did anyone stop then',
      'did anyone use it to pit',
    ],
    means: 'did anyone pit under the yellow',
  },
]
