variable "region" {
  type        = string
  default     = "us-west-2"
  description = "Where images are made."
}

variable "architecture" {
  type        = string
  default     = "x86_64"
  description = "What images run on: x86_64 or arm64."
}

variable "instance_type" {
  type        = string
  default     = ""
  description = "What images are made on. The default is c7i.large, or c7g.large for arm64."
}

variable "ssh_from" {
  type        = list(string)
  description = "Blocks that may open SSH to the instance that images are made on: your own address, as 203.0.113.7/32."
}

variable "subnet_id" {
  type        = string
  default     = ""
  description = "Subnet of the instance that images are made on. The default is one of the default VPC."
}

variable "kms_key_id" {
  type        = string
  default     = ""
  description = "Key that encrypts the images. The default is the account's own key for EBS."
}

variable "parent_owner" {
  type        = string
  default     = "self"
  description = "Account whose base images the ECS images are made on."
}

locals {
  stamp         = formatdate("YYYY.MM.DD-hh.mm.ss", timestamp())
  debian_name   = var.architecture == "arm64" ? "arm64" : "amd64"
  instance_type = var.instance_type != "" ? var.instance_type : var.architecture == "arm64" ? "c7g.large" : "c7i.large"
}
