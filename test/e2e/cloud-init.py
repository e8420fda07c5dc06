# Reads user data as cloud-init does: prints a line of JSON for each part, with what cloud-init's schema says of cloud-config parts.
import json
import sys

import yaml
from cloudinit import handlers, user_data
from cloudinit.config.schema import SchemaValidationError, get_schema, validate_cloudconfig_schema


def faults(text):
    try:
        validate_cloudconfig_schema(yaml.safe_load(text), get_schema(), strict=True)
    except SchemaValidationError as error:
        return [str(error)]
    return []


message = user_data.convert_string(sys.stdin.buffer.read())
for part in message.walk():
    if part.is_multipart():
        continue
    text = part.get_payload(decode=True).decode()
    kind = part.get_content_type()
    if kind == user_data.NOT_MULTIPART_TYPE:
        kind = handlers.type_from_starts_with(text)
    print(json.dumps({"type": kind, "text": text, "faults": faults(text) if kind == "text/cloud-config" else []}))
