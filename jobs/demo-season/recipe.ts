import * as z from 'zod'
import recipeJson from '../../seeds/demo-season.json' with { type: 'json' }

/** What a sub-section asks of a driver; skill differs by it. */
export const kinds = ['slow', 'fast', 'technical', 'braking', 'flowing', 'straight'] as const
export type Kind = (typeof kinds)[number]

/** The timing loops between the line and the line, in the order they are crossed. */
const loops = ['i1a', 'i1', 'i2a', 'i2', 'i3a'] as const
export type Loop = (typeof loops)[number]

const Range = z.tuple([z.number(), z.number()])
/** '03 111 113' → ['03', '111', '113'] */
const Cars = z.string().transform((text) => text.split(' '))
const Seconds = z.number().nonnegative()

const Sheet = z.object({
  name: z.string(),
  classification: z.enum(['official', 'provisional', 'plain']),
  crlf: z.boolean().default(false),
  withNames: z.boolean().default(false),
})
export type Sheet = z.infer<typeof Sheet>

export const RaceRecipe = z.object({
  number: z.int().positive(),
  date: z.iso.date(),
  /** Local wall clock at the start. */
  start: z.iso.time(),
  minutes: z.number().default(45),
  /** True numbers: '03' is printed '3' in sheets without names. */
  cars: Cars,
  notStarted: Cars.default([]),
  /** [lap, how much slower than at its best the track is, in %], interpolated between. */
  trackPct: z.array(Range),
  /** What lap 1 takes longer behind a pace car. */
  paceCarStartS: Seconds.default(0),
  /** Full-course yellows, by the leader's progress: 1.5 is half-way round lap 2. */
  yellows: z.array(z.object({ fromLap: z.number(), toLap: z.number() })).default([]),
  /** Crosses the line in the pit lane at the end of `lap`; without `retires` goes on after `stopS`. */
  pitStops: z
    .array(
      z.object({
        car: z.string(),
        lap: z.int(),
        stopS: Seconds.default(0),
        retires: z.boolean().default(false),
      }),
    )
    .default([]),
  pitLaneStarts: Cars.default([]),
  standstills: z.array(z.object({ car: z.string(), lap: z.int(), lossS: Seconds })).default([]),
  retirements: z.array(z.object({ car: z.string(), afterLap: z.int() })).default([]),
  /** A section's loop that missed the `cars` quickest cars of a lap, by the sections on either side. */
  failedLoops: z
    .array(z.object({ loop: z.enum(['i1', 'i2']), lap: z.int(), cars: z.int() }))
    .default([]),
  /** A loop that missed this many laps, here and there. */
  missedLoops: z.array(z.object({ loop: z.enum(loops), laps: z.int() })).default([]),
  /** Loops that were not there at all. */
  deadLoops: z.array(z.enum(loops)).default([]),
  missedTopSpeeds: z.int().default(0),
  /** Laps that the stewards took away: the car's best (rank 1), its second best, … */
  deletedLaps: z.array(z.object({ car: z.string(), rank: z.int() })).default([]),
  /** The car provisionally in that position loses it by a penalty in the official result. */
  penalisedPosition: z.int().optional(),
  positionsWithDecimal: z.boolean().default(false),
  /** When the loggers' files break off, in seconds of the race. */
  loggersUntilS: Seconds.optional(),
  /** The loggers' files go on until the next day. */
  loggersOnNextDay: z.boolean().default(false),
  /** This race's lap_time file is a copy of race 1's. */
  loggerTimesOfRaceOne: z.boolean().default(false),
  weather: z.object({
    airC: Range,
    /** Null: no sensor, which prints 0. */
    trackC: Range.nullable(),
    humidityPct: Range,
    pressureHpa: Range,
    windKph: Range,
    /** Samples of the track sensor that read -999. */
    dropouts: z.int().default(0),
  }),
  files: z.object({
    timing: z.string(),
    weather: z.string().optional(),
    bestLaps: z.string(),
    results: z.array(Sheet),
    classes: z.array(Sheet),
    loggers: z.object({ start: z.string(), end: z.string(), time: z.string() }).optional(),
  }),
})
export type RaceRecipe = z.infer<typeof RaceRecipe>

const Track = z.object({
  id: z.string(),
  folder: z.string(),
  folderByRace: z.boolean(),
  lapLengthM: z.number().positive(),
  utcOffsetHours: z.int(),
  /** Time from pit-in to pit-out without a stop. */
  pitLaneS: Seconds,
  /** Where the time of a stop is spent: the lap that ends in the pit lane, or the next; or all in the first. */
  pitBox: z.enum(['before-line', 'after-line', 'in-lap']),
  /** Absent: no speed trap. */
  topSpeedKph: z.number().optional(),
  event: z.string(),
  championship: z.string(),
  round: z.int(),
  loggerHeader: z.enum(['barber', 'cota', 'road-america']),
  /** As published with names: BOM, CRLF, trailing delimiter, names and teams, numbers as they are. */
  withNames: z.boolean().default(false),
  loopsNamedInt: z.boolean().default(false),
  /** Follows the word Legends of one car. */
  groupTail: z.string().default(''),
  /** Time of a perfect lap of the best driver on the best track, by sub-section. */
  subSections: z.array(z.object({ baseMs: z.int().positive(), kind: z.enum(kinds) })).length(6),
  races: z.array(RaceRecipe),
})
export type TrackRecipe = z.infer<typeof Track>

const Recipe = z.object({
  /** Grows when the same seed gives other bytes. */
  generator: z.int().positive(),
  marker: z.string(),
  /** Path of the standings. */
  championshipFile: z.string(),
  /** Cars of the group Legends. */
  legends: Cars,
  /** How many drivers of the field have each trait. */
  traits: z.object({
    secondDayLearners: z.int(),
    halfLearners: z.int(),
    slowStarters: z.int(),
    faders: z.int(),
    improvers: z.int(),
    streaky: z.int(),
    erratic: z.int(),
  }),
  tracks: z.array(Track),
})
export type Recipe = z.infer<typeof Recipe>

/** The season as seeds/demo-season.json has it. */
export const recipe = Recipe.parse(recipeJson)
