/** What timing data cannot carry: said only as a hypothesis, or to say that it is not in the data. */
const beyond = `
brake braking brakes braked brakepoint throttle line lines apex apexes entry exit exits turn-in kerb kerbs curb curbs
tyre tyres tire tires grip understeer oversteer balance setup set-up suspension damper aero downforce wing fuel engine power
gear gears gearbox gearing shift shifts shifting downshift upshift clutch steering steer wheelspin lockup lock-up lock locked
mistake mistakes error errors spin spun crash crashed contact incident nervous nerves confidence confident tired tiredness
fatigue focus focused concentration concentrate aggressive cautious patience patient brave bravery commitment committed hesitate
hesitation driver's driving-style style technique talent skill skills mindset mental pressure-from distracted rhythm comfort
comfortable held-up tow towed slipstream draft drafting dirty blocked blocking traffic defended defending attacking attack
because cause causes caused causing due reason reasons why explain explains explained owing since therefore thus hence
leads led results resulted stem stems stemmed attributed attributable explanation influence influenced affects affected effect
damage damaged mechanical overheating temperature-related coolant marbles dust oil debris bump bumps bumpy camber elevation
rain rained rainy wet dry sun sunny heat cold storm
late early hard soft smooth smoother trail lift lifting coast coasting corner-speed minimum-speed input inputs
`

/** Two words that are one thing. */
const beyondPairs = [
  'thanks to',
  'trail braking',
  'trail brake',
  'led to',
  'lead to',
  'lead you',
  'led you',
  'led it',
  'led them',

  'held up',
  'set up',
  'turn in',
  'lock up',
  'dirty air',
  'race craft',
  'lost grip',
]

export const beyondWords: ReadonlySet<string> = new Set(
  beyond.split(/\s+/).filter((word) => word !== '' && !word.includes('-')),
)
export const beyondPhrases: readonly string[] = [
  ...beyondPairs,
  ...beyond
    .split(/\s+/)
    .filter((word) => word.includes('-'))
    .map((word) => word.replaceAll('-', ' ')),
]

/** That make a sentence a hypothesis, beside the word itself. */
export const hedges: ReadonlySet<string> = new Set(
  'may might could perhaps possibly maybe hypothesis guess'.split(' '),
)
