/** A list to choose from. It looks like the player's, and is no part of it: a script of the player that others share would weigh on every simulation. */
interface Props {
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly { readonly value: string | number; readonly words: string }[];
  readonly set: (value: string) => void;
}

export const ListSetting = ({ label, value, options, set }: Props) => (
  <label class="setting is-long">
    <span class="setting-name">{label}</span>
    <select class="setting-list" value={value} onChange={(event) => set(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  </label>
);
