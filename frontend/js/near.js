// "Bij mij in de buurt": the visitor's own device says where it is, once, at the press of a button.
// Three decimals are about a hundred metres: enough to sort by distance, too little for an address.

/** Put the rounded position in the field `plaats` of the button's form and send the form. */
export function fillPlaceFromHere(button) {
  const message = messageFor(button);
  if (!navigator.geolocation) {
    message.textContent = button.dataset.fout;
    return;
  }
  message.textContent = button.dataset.bezig;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const { form } = button;
      message.textContent = "";
      form.elements.plaats.value = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
      form.requestSubmit();
    },
    () => {
      message.textContent = button.dataset.fout;
      button.form.elements.plaats.focus();
    },
    { enableHighAccuracy: false, timeout: 10000, maximumAge: 300000 },
  );
}

function messageFor(button) {
  let message = button.parentElement.querySelector("[role=status]");
  if (!message) {
    message = document.createElement("span");
    message.setAttribute("role", "status");
    message.className = "sk-search__message";
    button.after(message);
  }
  return message;
}
