import { Avatar } from './avatar.tsx';
import { usePageState } from './page-state-context.ts';

/** Chooses the person one asks as: private replies are seen by one of them only. */
export function PersonSwitch({ onBecome }: { readonly onBecome: (handle: string) => void }) {
  const { people, me } = usePageState();
  return (
    <fieldset className="people">
      <legend>You are</legend>
      {people.slice(0, 3).map(({ id, handle, name, role }) => (
        <label key={id}>
          <input
            type="radio"
            name="person"
            value={handle}
            checked={id === me.id}
            onChange={() => onBecome(handle)}
          />
          <Avatar name={name} size="small" />
          <span>
            {name} <small>{role}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
