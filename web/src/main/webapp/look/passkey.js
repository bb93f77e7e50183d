// Passkeys, where the browser has them and the page stands under the address they belong to: signing in by one, and having one made.
// Without this script the pages offer none.
const patience = 240_000;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));

const text = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer), (each) => String.fromCharCode(each)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const possible = (origin) => "PublicKeyCredential" in window && location.origin === origin;

/** A plain form, so that the answer is a page. */
function send(form, fields) {
  for (const [name, value] of Object.entries(fields)) form.elements.namedItem(name).value = value;
  form.submit();
}

const entry = document.getElementById("passkeyForm");
const button = document.getElementById("byPasskey");
if (entry && button && possible(entry.dataset.origin)) signIn();

function signIn() {
  const problem = document.getElementById("passkeyProblem");
  let turn;
  let heard;
  button.hidden = false;
  button.addEventListener("click", async () => {
    problem.hidden = true;
    button.disabled = true;
    try {
      // browsers take one question at a time
      turn.abort();
      await heard;
      await ask();
    } catch {
      problem.hidden = false;
      listen();
    } finally {
      button.disabled = false;
    }
  });
  listen();

  /** Among what the browser offers in the field for the e-mail address, as long as the page stands there. */
  function listen() {
    const now = (turn = new AbortController());
    const anew = setTimeout(() => {
      now.abort();
      listen();
    }, patience);
    heard = offer(now.signal)
      .catch(() => {})
      .finally(() => clearTimeout(anew));
  }

  async function offer(signal) {
    if (await PublicKeyCredential.isConditionalMediationAvailable?.()) await ask("conditional", signal);
  }

  async function ask(mediation, signal) {
    const answer = await fetch(`${entry.getAttribute("action")}/challenge`, { method: "POST", signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const { ticket, challenge } = await answer.json();
    const publicKey = { challenge: bytes(challenge), rpId: entry.dataset.site, userVerification: "required", timeout: patience };
    const used = await navigator.credentials.get({ publicKey, signal, ...(mediation && { mediation }) });
    const { userHandle, authenticatorData, clientDataJSON, signature } = used.response;
    send(entry, {
      ticket,
      credential: text(used.rawId),
      userHandle: userHandle ? text(userHandle) : "",
      authenticatorData: text(authenticatorData),
      clientData: text(clientDataJSON),
      signature: text(signature),
    });
  }
}

const part = document.querySelector("[data-passkeys]");
if (part) {
  const here = possible(part.dataset.passkeys);
  for (const each of part.querySelectorAll("[data-passkeys-there]")) each.hidden = !here;
  for (const each of part.querySelectorAll("[data-passkeys-missing]")) each.hidden = here;
}

const wanted = document.getElementById("newPasskey");
if (wanted && possible(part.dataset.passkeys)) {
  const problem = document.getElementById("newPasskeyProblem");
  wanted.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  // some browsers do it only where somebody has just clicked: the button stands there for them
  make();

  async function make() {
    problem.hidden = true;
    // an attribute without a value is not in the page
    const { challenge, site, handle, email, called, algorithms, known = "" } = wanted.dataset;
    try {
      const made = await navigator.credentials.create({
        publicKey: {
          challenge: bytes(challenge),
          rp: { id: site, name: "Parley" },
          user: { id: bytes(handle), name: email, displayName: called },
          pubKeyCredParams: algorithms.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
          authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
          attestation: "none",
          excludeCredentials: known.split(" ").flatMap((id) => (id ? [{ type: "public-key", id: bytes(id) }] : [])),
          timeout: patience,
        },
      });
      send(wanted, { clientData: text(made.response.clientDataJSON), attestation: text(made.response.attestationObject) });
    } catch (error) {
      problem.textContent = error.name === "InvalidStateError" ? problem.dataset.known : problem.dataset.none;
      problem.hidden = false;
    }
  }
}
