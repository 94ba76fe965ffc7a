// Has the page make workbooks where the server has no route: the request goes to Python as the
// component's trigger, the answer comes with the data of the next run.

import { Refused } from "./files/workbook.js";

const waiting = new Map(); // id of a request → what is to be done with its answer

export default function mount({ data, setTriggerValue }) {
  window.exhibitWorkbooks = (tables) =>
    new Promise((done, failed) => {
      const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
      waiting.set(id, { done, failed });
      setTriggerValue("request", { id, tables });
    });
  const { done, failed } = waiting.get(data?.id) ?? {};
  waiting.delete(data?.id);
  if (data?.workbook) done?.(Uint8Array.from(atob(data.workbook), (sign) => sign.charCodeAt(0)));
  else failed?.(new Refused(data.fault, "the page could not make it"));
}
