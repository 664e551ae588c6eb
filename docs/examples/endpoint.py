"""An endpoint: POST a report in JSON, and get back what a check of it comes to.

python docs/examples/endpoint.py
curl --data-binary @docs/examples/report-2021.json http://127.0.0.1:8000
"""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer

from govdisclosure import Error, check, loads, to_dict


class Endpoint(BaseHTTPRequestHandler):
    """Answers 200 with the result, 422 with all that is wrong with the JSON."""

    def do_POST(self) -> None:
        """Check the report in the body."""
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(max(0, min(length, 5_000_000)))
        try:
            status, answer = 200, to_dict(check(loads(body)))
        except Error as error:
            status, answer = 422, {"error": str(error)}
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer, ensure_ascii=False).encode())


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", 8000), Endpoint).serve_forever()
