/** When an A5 and a D6 begin, in seconds: two soft sines, heard as one small bell. */
const NOTES = [
  [880, 0],
  [1174.66, 0.06],
] as const;
/** −18 dB of full scale. */
const LOUDNESS = 10 ** (-18 / 20);
const DECAY = 0.18;

let context: AudioContext | undefined;

/** A message has arrived. Nothing is heard before the visitor has touched the page: browsers do not let it, nor would we. */
export function chime(): void {
  context ??= new AudioContext();
  const { currentTime: now, destination } = context;
  for (const [frequency, after] of NOTES) {
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(LOUDNESS, now + after);
    volume.gain.exponentialRampToValueAtTime(0.0001, now + after + DECAY);
    tone.connect(volume).connect(destination);
    tone.start(now + after);
    tone.stop(now + after + DECAY);
  }
}
