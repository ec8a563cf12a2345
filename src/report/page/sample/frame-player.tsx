import { useEffect, useState } from 'preact/hooks';

/** Each frame is seen that long: slow enough to follow, quick enough to read as a movement. */
const FRAME_MS = 700;

interface FramePlayerProps {
  readonly frames: number;
  /** From 1. */
  readonly frame: number;
  readonly onShow: (frame: number) => void;
}

/** Plays the frames of a moving scene, or shows one of them. It plays only when asked to, and from the start again at its end. */
export function FramePlayer({ frames, frame, onShow }: FramePlayerProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => onShow((frame % frames) + 1), FRAME_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, frame, frames, onShow]);
  return (
    <div class="frame-player">
      <button type="button" aria-pressed={isPlaying} onClick={() => setIsPlaying(!isPlaying)}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <input
        type="range"
        min={1}
        max={frames}
        value={frame}
        aria-label="Frame"
        onInput={(event) => {
          setIsPlaying(false);
          onShow(event.currentTarget.valueAsNumber);
        }}
      />
      <span>
        frame {frame} of {frames}
      </span>
    </div>
  );
}
